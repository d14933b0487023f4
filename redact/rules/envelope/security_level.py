"""The levels that the security characters of FL4 stand for, and their order of protection."""

from __future__ import annotations

from redact.documents.model import Document
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.rules.efto import EFTO, says_efto


def level_of_character(character: str, register: Register) -> str | None:
    """The level, or EFTO, that a security character stands for; ``None`` when it has no meaning."""
    for level in register.levels:
        if level.security_character == character:
            return level.name
    return next((e.name for e in register.labels if e.security_character == character), None)


def rank(level: str) -> float:
    """Order of protection: EFTO is between UNCLASSIFIED and the classified levels."""
    return 0.5 if level == EFTO else level_rank(level)


def stated_level(document: Document) -> str | None:
    """The level the document states, EFTO where it is unclassified and says so."""
    level = document.level
    return EFTO if level == "UNCLASSIFIED" and says_efto(document) else level
