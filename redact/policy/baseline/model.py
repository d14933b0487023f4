"""The contents of a baseline."""

from __future__ import annotations

import datetime

from redact.rules import RULES
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An accepted finding. ``document`` is its path, ``content`` the digest of its passage."""

    rule: str
    document: str
    content: str
    reason: str
    owner: str
    expires: datetime.date

    @property
    def present_rule(self) -> str:
        """The current id of its rule."""
        return next((rule.id for rule in RULES.values() if self.rule in rule.former), self.rule)


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries in file order, and the key of their digests.

    Whoever has the key and all of a document except a name can find out that name, so a file that
    holds the key must be protected like the documents themselves.
    """

    key: str
    entries: tuple[Entry, ...]
