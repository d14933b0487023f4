"""Which parts of a document may name a person, and how to read them.

Prose is read by the language model. Other lines name persons only in fixed forms (attention,
drafter, references, TAGS). Routing lines name offices and stations; they are masked.
"""

from __future__ import annotations

import re

from redact.documents.model import Document
from redact.persons.span_index import SpanIndex
from redact.sources import Span

PROSE = frozenset({"body", "subject", "references", "heading"})
NAME_LINES = frozenset(
    {"attention", "passing", "caption", "tags", "executive-order", "authority", "signature"}
)
_MASKED = frozenset(
    {"envelope", "distribution", "classification-line", "banner", "page-heading", "trailer"}
)
_CONTACT = re.compile(r"(?:ALT)?POC/")
"""The set that names the point of contact in the header of a military message."""
_BETWEEN_PAGES = frozenset({"banner", "page-heading", "blank"})
_BUT_LINE_ENDS = re.compile(r"[^\r\n]")
_NEW_PARAGRAPH = re.compile(r"\s*(?:\(?\w{1,3}[.)]|[-*•])\s")


def spans_of(document: Document, kinds: frozenset[str]) -> tuple[Span, ...]:
    """The segments of those kinds, with adjacent ones joined into one span."""
    joined: list[Span] = []
    for segment in document.segments:
        if segment.kind not in kinds:
            continue
        if joined and joined[-1].end == segment.span.start:
            joined[-1] = Span(joined[-1].start, segment.span.end)
        else:
            joined.append(segment.span)
    return tuple(joined)


def routing_of(document: Document) -> tuple[Span, ...]:
    """The segments that name offices and stations, but no persons."""
    return tuple(
        segment.span
        for segment in document.segments
        if segment.kind in _MASKED and not _CONTACT.match(document.text, segment.span.start)
    )


def prose_of(document: Document) -> tuple[Span, ...]:
    """The spans of prose; one interrupted by a page heading inside a sentence is one span."""
    breaks = SpanIndex.of(page_breaks(document))
    joined: list[Span] = []
    for span in spans_of(document, PROSE):
        if joined and breaks.touches(Span(joined[-1].end, span.start)):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def page_breaks(document: Document) -> frozenset[Span]:
    """The gaps in prose where a page ends inside a sentence: banner, page heading, banner."""
    text = document.text
    gaps: set[Span] = set()
    start: int | None = None
    heading = False
    for segment in document.segments:
        written = bool(segment.span.of(text).strip())
        if segment.kind == "body" and written:
            gap = Span(start, segment.span.start) if start is not None and heading else None
            if gap and not _ends(text, gap.start) and not _NEW_PARAGRAPH.match(text, gap.end):
                gaps.add(gap)
            start, heading = segment.span.end, False
        elif written and segment.kind not in _BETWEEN_PAGES:
            start = None
        heading = heading or segment.kind == "page-heading"
    return frozenset(gaps)


def _ends(text: str, at: int) -> bool:
    return text[max(0, at - 200) : at].rstrip().endswith((".", ":", "!", "?", '."'))


def masked(document: Document) -> str:
    """The text with the masked segments blanked, line ends kept, of the same length.

    Inside a page break the line ends are blanked too, so that the sentence continues.
    """
    text = document.text
    breaks = page_breaks(document)
    pieces: list[str] = []
    done = 0
    for span in sorted((*routing_of(document), *breaks), key=lambda s: (s.start, -s.end)):
        if span.end <= done:
            continue
        hidden = text[max(span.start, done) : span.end]
        blank = " " * len(hidden) if span in breaks else _BUT_LINE_ENDS.sub(" ", hidden)
        pieces += (text[done : max(span.start, done)], blank)
        done = span.end
    return "".join((*pieces, text[done:]))


def without(text: str, span: Span, hidden: SpanIndex) -> tuple[Span, ...]:
    """The parts of ``span`` outside ``hidden``, without blanks at the edges."""
    parts: list[Span] = []
    start = span.start
    for gap in hidden.touching(span):
        parts.append(Span(start, max(start, gap.start)))
        start = min(gap.end, span.end)
    parts.append(Span(start, span.end))
    return tuple(stripped for part in parts if (stripped := _stripped(text, part)))


def _stripped(text: str, span: Span) -> Span | None:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    end = span.end - len(inside) + len(inside.rstrip())
    return Span(start, end) if start < end else None
