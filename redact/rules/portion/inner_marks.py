"""Portion marks that stand inside the text of a portion instead of before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redact.documents.model import Document, Portion
from redact.documents.readings import read_portion_mark
from redact.markings.marking import Marking
from redact.markings.register import Register
from redact.rules.scope import body_text
from redact.sources import Span

# At the start of a sentence, line or bullet; never inside a sentence: "options (A), (B) and (C)".
_MARK = re.compile(
    r"(?:(?<=[.:;!?\"')])[ \t]*\s|^[ \t]*(?:-+|\*|\u2022)?[ \t]*)"
    r"(?P<mark>\((?P<text>[A-Z][A-Z/ ,-]{0,40})\))(?=\s|$)",
    re.MULTILINE,
)
_LETTERED_LIST = re.compile(r"\((?:A|B|D)\)")


@dataclass(frozen=True, slots=True)
class InnerMark:
    """A mark inside a portion; ``at_end`` when no more text follows it."""

    span: Span
    marking: Marking
    at_end: bool


def inner_marks(document: Document, portion: Portion, register: Register) -> Iterator[InnerMark]:
    """Marks with a level inside a portion's own text, its sub-portions left out."""
    text = body_text(document)
    others = [p.span for p in document.portions if p is not portion and portion.span.covers(p.span)]
    # In a lettered list (C) and (S) are letters of the list.
    listed = _LETTERED_LIST.search(text, portion.text_span.start, portion.span.end)
    for match in _MARK.finditer(text, portion.text_span.start, portion.span.end):
        span = Span(*match.span("mark"))
        if not text[portion.text_span.start : span.start].strip():
            continue  # at the head: that is a second mark, not an inner one
        if any(other.overlaps(span) for other in others):
            continue
        marking = read_portion_mark(match["text"], register)
        if marking is None or marking.level is None:
            continue
        at_end = not text[span.end : portion.span.end].strip()
        if listed and not at_end:
            continue
        yield InnerMark(span, marking, at_end)
