"""The portions of a document parsed again, with the level and the text of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.rules.release.deletion_marks import holds_no_text, read_deletions
from redact.rules.release.header_in_copy import header_lines
from redact.sources import Span, join_spans
from redact.values import dataclass

_BETWEEN_PAGES = frozenset(("envelope", "distribution", "banner", "page-heading", "trailer"))


@dataclass(frozen=True, slots=True)
class ReadPortion:
    """A portion parsed again: the level it counts as, its own text without insertions that are
    not part of it, and how causes of deletions refer to it.
    """

    portion: Portion
    level: str | None
    own: tuple[Span, ...]
    described: str


def read_portions(document: Document) -> list[ReadPortion]:
    """Every portion; text and a repeated title outside all portions count as unmarked ones."""
    portions = [*document.portions, *_outside(document)]
    nesting = _Nesting.of(portions)
    foreign = join_spans(_not_own_text(document))
    read = []
    for portion in portions:
        nested = (inner.span for inner in nesting.inside(portion))
        holes = join_spans((*nested, *_within(portion, foreign)))
        own = tuple(_remaining(_words(portion), holes, document))
        level, how = _level(portion, nesting, document)
        read.append(ReadPortion(portion, level, own, f"{_name(portion)} {how}"))
    return read


@dataclass(frozen=True, slots=True)
class _Nesting:
    """Portions in order, outer before inner, and where each begins."""

    in_order: tuple[Portion, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, portions: list[Portion]) -> _Nesting:
        in_order = tuple(sorted(portions, key=lambda p: (p.span.start, -p.span.end)))
        return cls(in_order, tuple(portion.span.start for portion in in_order))

    def inside(self, outer: Portion) -> list[Portion]:
        first = bisect_left(self.starts, outer.span.start)
        last = bisect_left(self.starts, outer.span.end, first)
        within = self.in_order[first:last]
        return [p for p in within if p.span != outer.span and outer.span.covers(p.span)]

    def paragraph_of(self, inner: Portion) -> Portion | None:
        """The nearest paragraph before a portion, if it contains the portion."""
        for index in range(bisect_right(self.starts, inner.span.start) - 1, -1, -1):
            other = self.in_order[index]
            if other.kind != "sub-paragraph" and other.span != inner.span:
                return other if other.span.covers(inner.span) else None
        return None


def _outside(document: Document) -> Iterator[Portion]:
    holes = join_spans(portion.span for portion in document.portions)
    for segment in document.segments:
        if segment.kind == "body":
            for span in _remaining(segment.span, holes, document):
                yield Portion(number=None, span=span, text_span=span)
    title = document.metadata.title if document.metadata else None
    if title is not None and not any(title.span.overlaps(hole) for hole in holes):
        yield Portion(number=None, span=title.span, text_span=title.span, kind="title")


def _not_own_text(document: Document) -> Iterator[Span]:
    """Lines inside portions that are not part of them; labels of an earlier review."""
    text = document.text
    yield from (s.span for s in document.segments if s.kind in _BETWEEN_PAGES)
    if document.telegram and document.telegram.signature:
        yield document.telegram.signature.span
    yield from header_lines(document)
    for deletion in read_deletions(text, ()):
        if holds_no_text(text, deletion):
            yield deletion.span


def _within(portion: Portion, foreign: tuple[Span, ...]) -> tuple[Span, ...]:
    if portion.kind == "header":
        return ()
    first = bisect_left(foreign, portion.span.start, key=lambda span: span.end)
    last = bisect_left(foreign, portion.span.end, first, key=lambda span: span.start)
    return foreign[first:last]


def _words(portion: Portion) -> Span:
    """The text of a portion, including an unreadable mark, which may be part of the text."""
    start = portion.text_span.start
    if portion.mark_span and (portion.marking is None or portion.defect):
        start = min(start, portion.mark_span.start)
    return Span(start, max(start, portion.text_span.end))


def _remaining(span: Span, holes: Sequence[Span], document: Document) -> Iterator[Span]:
    """The pieces of a span outside holes, which are in order and apart, each without white space at
    its ends. Punctuation alone, as after ``(S) ENTIRE TEXT.``, is not text.
    """
    text = document.text
    start = span.start
    first = bisect_left(holes, span.start, key=lambda hole: hole.end)
    last = bisect_left(holes, span.end, first, key=lambda hole: hole.start)
    for hole in (*holes[first:last], Span(span.end, span.end)):
        piece = text[start : hole.start]
        if any(map(str.isalnum, piece)):
            begin = start + len(piece) - len(piece.lstrip())
            yield Span(begin, begin + len(piece.strip()))
        start = max(start, hole.end)


def _level(portion: Portion, nesting: _Nesting, document: Document) -> tuple[str | None, str]:
    """The level a portion counts as, and why."""
    marking = portion.marking
    if marking and marking.level:
        if portion.level == marking.level:
            return portion.level, marking.level
        sign = f"marked {marking.level}, counts as {portion.level} for a sign inside it"
        return portion.level, sign
    paragraph = nesting.paragraph_of(portion) if _is_bare(portion) else None
    if paragraph is not None and all(map(_is_bare, nesting.inside(paragraph))):
        level, how = _level(paragraph, nesting, document)
        return level, f"under the mark of its paragraph, {how}"
    if marking and marking.cui and portion.defect is None:
        return "UNCLASSIFIED", "CUI, which is unclassified"
    level = document.highest_level
    lack = "no mark" if _is_bare(portion) else "no readable mark"
    return level, f"{lack}, handled as {level or 'unclassified'}"


def _is_bare(portion: Portion) -> bool:
    return portion.mark is None and portion.defect is None


def _name(portion: Portion) -> str:
    kind = "portion" if portion.kind == "paragraph" else portion.kind
    if portion.number:
        return f"{kind} {portion.number}"
    return "portion without number" if portion.kind == "paragraph" else kind
