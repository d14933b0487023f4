"""Who is named where. The only room that imports Presidio or spaCy, and only inside functions."""

from __future__ import annotations

from redact.persons.finder import find_mentions
from redact.persons.mention import ROLES, TIERS, Mention
from redact.persons.models import ModelUsed, describe_model, find_model

__all__ = ["ROLES", "TIERS", "Mention", "ModelUsed", "find_mentions", "models_used"]


def models_used() -> tuple[ModelUsed, ...]:
    """The language models that `find_mentions` uses, for the record."""
    return (describe_model(find_model()),)
