"""Which parts of a document may name a person, and how to read them.

Prose is read by the language model. Other lines name persons in fixed forms only (attention,
drafter, references, TAGS). Routing lines name offices and stations; they are masked.
"""

from __future__ import annotations

from redact.documents.model import Document
from redact.sources import Span

PROSE = frozenset({"body", "subject", "references"})
NAME_LINES = frozenset(
    {"attention", "passing", "caption", "tags", "executive-order", "authority", "signature"}
)
MASKED = frozenset(
    {"envelope", "distribution", "classification-line", "banner", "page-heading", "trailer"}
)


def spans_of(document: Document, kinds: frozenset[str]) -> tuple[Span, ...]:
    """The segments of those kinds, neighbours joined into one span."""
    joined: list[Span] = []
    for segment in document.segments:
        if segment.kind not in kinds:
            continue
        if joined and joined[-1].end == segment.span.start:
            joined[-1] = Span(joined[-1].start, segment.span.end)
        else:
            joined.append(segment.span)
    return tuple(joined)


def masked(document: Document) -> str:
    """The text with every letter and digit of the masked segments blanked, line ends kept."""
    text = document.source.text
    pieces: list[str] = []
    done = 0
    for span in spans_of(document, MASKED):
        pieces += (text[done : span.start], _blank(span.of(text)))
        done = span.end
    return "".join((*pieces, text[done:]))


def _blank(text: str) -> str:
    return "".join(c if c in "\r\n" else " " for c in text)
