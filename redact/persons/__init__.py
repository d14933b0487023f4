"""Finding the persons a document names. The only room that uses Presidio and spaCy.

Importing it loads neither: only the modules of ``redact.persons.presidio`` import them, and those
are imported by the first call of `find_mentions`.
"""

from __future__ import annotations

from redact.persons.explanation import NotPerson, not_persons
from redact.persons.finder import examine, find_mentions
from redact.persons.mention import ROLES, TIERS, Mention
from redact.persons.models import Models, ModelUsed, describe_model, find_model
from redact.persons.reasons import reasons_for
from redact.persons.second_models import describe_second, second_models

__all__ = [
    "ROLES",
    "TIERS",
    "Mention",
    "ModelUsed",
    "Models",
    "NotPerson",
    "examine",
    "find_mentions",
    "find_model",
    "models_used",
    "not_persons",
    "reasons_for",
]


def models_used(models: Models = Models()) -> tuple[ModelUsed, ...]:
    """The language models that `find_mentions` uses, for the record; the main model first.

    Raises `UsageError` as `find_mentions` does.
    """
    second = (describe_second(model) for model in second_models(models))
    return (describe_model(find_model(models.first)), *second)
