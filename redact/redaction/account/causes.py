"""What the cause of a deletion refers to: a portion, a person, an identifier, a reviewer."""

from __future__ import annotations

import re

ADDED = "added by the reviewer"
REPEATS = "repeats "
PORTIONS = frozenset(
    (
        *("portion", "sub-paragraph", "subject", "title", "heading", "table-cell", "header"),
        *("statement", "appended-text"),
    )
)
_PERSON = re.compile(r"(?:same name as )?(?:possible )?mention P\d{1,6}(?: known from the set)?")
_IDENTIFIER = re.compile(r"(?:possible )?([A-Z][A-Z_]+)(?: known from the set)?")


def names_portion(cause: str) -> bool:
    """Whether it names a portion at that position."""
    return cause.split(" ", 1)[0] in PORTIONS


def kind_of(cause: str) -> str | None:
    """The entity kind it refers to, ``None`` for any other cause."""
    if _PERSON.fullmatch(cause):
        return "PERSON"
    match = _IDENTIFIER.fullmatch(cause)
    return match[1] if match else None
