"""Papers that need fewer markings than others: transmittals, working papers, foreign papers."""

from __future__ import annotations

import re

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.markings.marking import level_rank
from redact.patterns import LINE_END, LINE_START, pattern
from redact.sources import Span

_SEPARATED = pattern(
    r"\b(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|CUI)[\s,]+(?:WHEN|UPON|IF|AFTER|WITHOUT)\b"
    r"[^.]{0,80}\b(?:SEPARAT|REMOV|DETACH|WITHDRAW|ENCLOSURE|ATTACHMENT)"
    r"|\bUPON\s+REMOVAL\s+OF\b[^.]{0,80}\bTHIS\s+(?:DOCUMENT|MEMORANDUM|LETTER|PAPER|MATERIAL)\b"
    r"|\b(?:WHEN|IF)\s+(?:SEPARATED|REMOVED|DETACHED)\b[^.]{0,80}\b(?:UNCLASSIFIED|CONFIDENTIAL)\b",
    re.IGNORECASE,
)
_UNCLASSIFIED_ALONE = pattern(
    r"\bUNCLASSIFIED[\s,]+(?:WHEN|UPON|IF|AFTER|WITHOUT)\b[^.]{0,80}\b(?:SEPARAT|REMOV|DETACH"
    r"|WITHDRAW|ENCLOSURE|ATTACHMENT)"
    r"|\b(?:WHEN|IF|UPON)\s+(?:SEPARATED|REMOVED|REMOVAL|DETACHED)\b[^.]{0,80}\bUNCLASSIFIED\b",
    re.IGNORECASE,
)
_ENCLOSURE = pattern(r"(?:\(\w+\) ?)?(?:ENCLOSURES?|ENCLS?|ATTACHMENTS?|TABS?)\b", re.IGNORECASE)
_WORKING_PAPER = pattern(
    LINE_START + r"[\d \t>|:*_#]{0,120}(?P<words>WORKING PAPERS?)[ \t*_|]{0,120}" + LINE_END
)


def enclosures(document: Document) -> tuple[Portion, ...]:
    """The lines that name what is enclosed."""
    return tuple(
        p
        for p in document.portions
        if p.kind == "statement" and _ENCLOSURE.match(document.text_of(p.span))
    )


def states_its_level_alone(document: Document) -> bool:
    """Whether the paper states its level when separated from its enclosures."""
    return _SEPARATED.search(document.text) is not None


def is_transmittal(document: Document) -> bool:
    """Whether a paper is classified only because of its enclosures: its portions are unclassified.

    Then the enclosure, not the paper, has the authority block.
    """
    if not (enclosures(document) or states_its_level_alone(document)):
        return False
    own = [p for p in document.portions if p.kind != "statement" and p.mark is not None]
    if not own:
        return is_unmarked_transmittal(document)
    return all(p.marking is not None and level_rank(p.level) == 0 for p in own)


def is_unmarked_transmittal(document: Document) -> bool:
    """Whether a paper without portion marks says that it is unclassified by itself and therefore
    needs none.
    """
    return _UNCLASSIFIED_ALONE.search(document.text) is not None and not any(
        p.mark is not None or p.defect for p in document.portions if p.kind != "statement"
    )


def working_paper(document: Document) -> Span | None:
    """The words, on a separate line, that call a classified paper a working paper."""
    if document.telegram is not None or not document.is_classified:
        return None
    match = _WORKING_PAPER.search(document.text)
    return Span(*match.span("words")) if match else None


def needs_authority_block(document: Document) -> bool:
    """Whether the authority block must be on this document itself."""
    return not (
        document.telegram is None
        and (
            is_transmittal(document)
            or working_paper(document) is not None
            or is_of_another_government(document)
        )
    )


def is_of_another_government(document: Document) -> bool:
    """Whether every banner line is NATO's or another country's: not classified by the U.S."""
    markings = [banner.marking for banner in document.banners if banner.marking is not None]
    return bool(markings) and all(m.non_us and not m.joint for m in markings)
