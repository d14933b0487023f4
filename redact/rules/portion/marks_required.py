"""Which documents have to mark every portion."""

from __future__ import annotations

from redact.documents.model import Document
from redact.findings import Examined
from redact.patterns import pattern
from redact.rules.eras import is_before
from redact.rules.papers import is_of_another_government
from redact.sources.capitals import in_capitals

_WAIVER = pattern(
    r"(?i)\bwaiver\b[^.]{0,60}\bportion[\s-]+mark|\bportion[\s-]+mark[^.]{0,60}\bwaiver\b"
)


def needs_marks(examined: Examined) -> bool:
    """Whether portions must be marked: in classified documents, and next to controlled portions.

    Not before E.O. 12065, not under LIMITED OFFICIAL USE, not in papers of another government, and
    not where one mark or a waiver applies to the entire text.
    """
    document = examined.document
    if is_before(document, "12065", examined.register) or is_of_another_government(document):
        return False
    if any(field.text == "LIMITED OFFICIAL USE" for field in document.handling):
        return False
    if any(p.entire_text for p in document.portions) or _has_waiver(document.text):
        return False
    return document.is_classified or _has_controlled_portion(document)


def _has_waiver(text: str) -> bool:
    return "WAIVER" in in_capitals(text) and _WAIVER.search(text) is not None


def _has_controlled_portion(document: Document) -> bool:
    return any(
        p.marking is not None
        and not p.marking.cui  # cui-portion-partial
        and (p.marking.dissem or p.marking.non_ic)
        for p in document.portions
    )
