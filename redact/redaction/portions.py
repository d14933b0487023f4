"""The level each portion is handled at, and which spans of the text belong to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.persons.span_index import SpanIndex
from redact.redaction.spans import subtract, trimmed
from redact.rules.release.deletion_marks import holds_no_text, read_deletions
from redact.rules.release.header_in_copy import header_lines
from redact.sources import Span, join_spans
from redact.values import dataclass

BETWEEN_PAGES = frozenset(("envelope", "distribution", "banner", "page-heading", "trailer"))
"""Segments that may interrupt a portion where a page or section ends but are not part of it."""


@dataclass(frozen=True, slots=True)
class HandledPortion:
    """A portion, the level it is handled at and its own text: sorted spans without the text of
    nested portions and without the lines between two pages. Its number and a readable mark are
    excluded.

    ``level`` is ``None`` only in a document whose markings have no levels at all (CUI).
    ``described`` names the portion, its level and why it has that level, for causes in the record.
    """

    portion: Portion
    level: str | None
    own: tuple[Span, ...]
    described: str


def handle_portions(document: Document) -> tuple[HandledPortion, ...]:
    """Every portion of the document, body text outside all portions, and a repeated title."""
    portions = _Portions((*document.portions, *_strays(document)))
    untouched = join_spans(_untouched(document))
    return tuple(
        HandledPortion(
            portion,
            level,
            tuple(_own(portion, portions, untouched, document.text)),
            f"{_name(portion)} {how}",
        )
        for portion in portions.all
        for level, how in (_handled(portion, portions, document),)
    )


class _Portions:
    """The portions of a document, indexed so that those around or inside one are found without
    searching all of them.
    """

    def __init__(self, portions: tuple[Portion, ...]) -> None:
        self.all = portions
        self._sorted = sorted(portions, key=lambda p: (p.span.start, -p.span.end))
        self._starts = [portion.span.start for portion in self._sorted]
        self._wholes = [portion for portion in self._sorted if portion.kind != "sub-paragraph"]
        self._speaks: dict[Span, bool] = {}

    def inside(self, outer: Portion) -> list[Portion]:
        """The portions nested inside another, not those with the same span."""
        first = bisect_left(self._starts, outer.span.start)
        last = bisect_left(self._starts, outer.span.end, first)
        return [
            portion
            for portion in self._sorted[first:last]
            if portion.span != outer.span and outer.span.covers(portion.span)
        ]

    def around(self, inner: Portion) -> Portion | None:
        """The portion that contains a sub-paragraph, ``None`` for one that is not nested."""
        at = bisect_right(self._wholes, inner.span.start, key=lambda p: p.span.start)
        while at and self._wholes[at - 1].span == inner.span:
            at -= 1
        # Paragraphs do not overlap: either the nearest preceding one contains it, or none does.
        outer = self._wholes[at - 1] if at else None
        return outer if outer is not None and outer.span.covers(inner.span) else None

    def speaks_for_all(self, outer: Portion) -> bool:
        """Whether no portion nested inside this one has its own mark, readable or not."""
        if outer.span not in self._speaks:
            self._speaks[outer.span] = all(not _tries_a_mark(p) for p in self.inside(outer))
        return self._speaks[outer.span]


def _strays(document: Document) -> Iterator[Portion]:
    """Text outside all portions, as unmarked portions: unknown is treated as most restrictive.

    Punctuation alone, such as the rules of a table, is not text.
    """
    holes = SpanIndex.of(portion.span for portion in document.portions)
    for segment in document.segments:
        if segment.kind == "body":
            for piece in subtract(segment.span, holes.touching(segment.span)):
                span = trimmed(piece, document.text)
                if span is not None and any(map(str.isalnum, span.of(document.text))):
                    yield Portion(number=None, span=span, text_span=span, kind="paragraph")
    title = document.metadata.title if document.metadata else None
    if title is not None and not holes.touches(title.span):
        yield Portion(number=None, span=title.span, text_span=title.span, kind="title")


def _handled(portion: Portion, portions: _Portions, document: Document) -> tuple[str | None, str]:
    """The level of a portion and a phrase that states it.

    A mark on the lead-in applies to its sub-paragraphs as long as none of them has its own mark;
    every other portion without a readable mark is handled at the highest level present.
    """
    if portion.marking is not None and portion.marking.level is not None:
        stated = portion.marking.level
        if portion.level == stated:
            return stated, stated
        return portion.level, f"marked {stated}, counts as {portion.level} for a sign inside it"
    parent = portions.around(portion)
    if parent is not None and not _tries_a_mark(portion) and portions.speaks_for_all(parent):
        level, how = _handled(parent, portions, document)
        return level, f"under the mark of its paragraph, {how}"
    if portion.marking is not None and portion.marking.cui and portion.defect is None:
        return "UNCLASSIFIED", "CUI, which is unclassified"
    level = document.highest_level
    lack = "no readable mark" if _tries_a_mark(portion) else "no mark"
    return level, f"{lack}, handled as {level or 'unclassified'}"


def _tries_a_mark(portion: Portion) -> bool:
    return portion.mark is not None or portion.defect is not None


def _untouched(document: Document) -> tuple[Span, ...]:
    """What stays in place inside a portion: lines between pages, the signature, and labels of
    deletions made by an earlier review.
    """
    signature = document.telegram_fields.signature
    return (
        *(segment.span for segment in document.segments if segment.kind in BETWEEN_PAGES),
        *([signature.span] if signature else []),
        *header_lines(document),
        *(
            deletion.span
            for deletion in read_deletions(document.text, ())
            if holds_no_text(document.text, deletion)
        ),
    )


def _own(
    portion: Portion, portions: _Portions, untouched: tuple[Span, ...], text: str
) -> Iterator[Span]:
    """The spans of a portion's own text, without what stays in place and surrounding white space.

    Punctuation alone is not text.
    """
    whole = _text(portion)
    if portion.kind == "header":
        untouched = ()
    first = bisect_right(untouched, whole.start, key=lambda span: span.end)
    last = bisect_left(untouched, whole.end, first, key=lambda span: span.start)
    holes = [*untouched[first:last], *(inner.span for inner in portions.inside(portion))]
    for piece in subtract(whole, holes):
        span = trimmed(piece, text)
        # The period after "1. (C - ENTIRE TEXT)." is not text.
        if span is not None and any(map(str.isalnum, span.of(text))):
            yield span


def _text(portion: Portion) -> Span:
    """The text of a portion, including an unreadable mark, which may in fact be text."""
    start = portion.text_span.start
    if portion.mark_span is not None and (portion.marking is None or portion.defect):
        start = min(start, portion.mark_span.start)
    return Span(start, max(portion.text_span.end, start))


def _name(portion: Portion) -> str:
    """The portion as records name it: ``portion 2``, ``sub-paragraph 2a``, ``subject``."""
    if portion.kind == "paragraph":
        return f"portion {portion.number}" if portion.number else "portion without number"
    return f"{portion.kind} {portion.number}" if portion.number else portion.kind
