"""The declassification instruction of a document, wherever it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import lru_cache

from redact.documents.field import Field
from redact.documents.head.executive_order import classify_instruction
from redact.documents.model import Document
from redact.markings.marking import Marking
from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

_SOURCE_MARKED = pattern(r"(?i)\bsources?\s+marked\b[\s:\"']*")


UNDATED = ("RD", "FRD", "TFNI", "NATO")
"""Kinds of information that no executive order declassifies."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """What a document states about its declassification.

    ``kind``, ``token`` and ``day`` are as in `ExecutiveOrderLine` (``instruction``, ``token``,
    ``declassify_on``). ``source_marked``: a derivative document repeats its source's instruction.
    """

    span: Span
    text: str
    kind: str
    token: str | None
    day: datetime.date | None
    source_marked: bool = False


@lru_cache(maxsize=2)  # a dozen rules use that of one document
def instruction_of(document: Document) -> Instruction | None:
    """The instruction of the E.O. line, or of the authority block where that line has none."""
    line = document.telegram_fields.executive_order
    if line is not None and line.instruction is not None:
        return _read(Field(line.text_span, line.text), document)
    field = document.authority.declassify_on if document.authority else None
    return _read(field, document) if field is not None else None


def _read(field: Field, document: Document) -> Instruction | None:
    text = field.text
    source = _SOURCE_MARKED.search(text)
    # The date after it is the source's own, not a date of declassification.
    start = source.end() if source else 0
    kind, token, day = classify_instruction(text, start, len(text), document.date)
    if kind is None:
        return None
    return Instruction(field.span, text, kind, token, None if source else day, source is not None)


def undated(marking: Marking | None) -> Iterator[str]:
    """The kinds of information in a marking that the order does not declassify."""
    if marking is None:
        return
    names = {token.split("-")[0] for token in marking.aea}
    yield from (kind for kind in UNDATED if kind in names)
    if marking.nato is not None:
        yield "NATO"
    elif names & {"CNWDI", "SIGMA"} and "RD" not in names:
        yield "RD"  # required by aea-companions
