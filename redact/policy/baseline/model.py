"""What a baseline holds."""

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
        """The id its rule has today."""
        return next((rule.id for rule in RULES.values() if self.rule in rule.former), self.rule)


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries in the order of the file, and the key of their digests.

    Whoever has the key and all of a document but a name can find out the name, so a file that holds
    the key is kept like the documents themselves.
    """

    key: str
    entries: tuple[Entry, ...]
