"""EFTO: unclassified, encrypt for transmission only (5 FAH-2 H-222)."""

from __future__ import annotations

from redact.documents.model import Document
from redact.patterns import pattern

EFTO = "EFTO"
"""Name of the caption, and of the label that has its own security character."""

_ON_A_LINE = pattern(r"\bE\s*F\s*T\s*O\b")


def says_efto(document: Document) -> bool:
    """Whether the classification line or a caption says EFTO."""
    return any(c.name == EFTO for c in document.telegram_fields.captions) or any(
        b.place == "line" and _ON_A_LINE.search(b.text.upper()) for b in document.banners
    )
