"""Span arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from redact.patterns import pattern
from redact.sources import Source, Span

_BLANKS = " \u00a0"
_LEAST = 2
_WIDEST = 400
_PADDING = pattern(r"[ \u00a0]{3,400}(?=[^\s])")


def subtract(span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """The non-empty pieces of ``span`` outside the holes, in order."""
    start = span.start
    for hole in sorted(holes):
        if hole.end <= start:
            continue
        if hole.start >= span.end:
            break
        if hole.start > start:
            yield Span(start, hole.start)
        start = hole.end
    if start < span.end:
        yield Span(start, span.end)


def trimmed(span: Span, text: str) -> Span | None:
    """``span`` without white space at its ends, ``None`` when nothing else is left."""
    inside = span.of(text)
    stripped = inside.strip()
    if not stripped:
        return None
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(stripped))


def covered(span: Span, by: Iterable[Span]) -> bool:
    """Whether every character of ``span`` lies in one of the spans of ``by``."""
    return not any(True for _ in subtract(span, by))


class Cover:
    """Which characters of a text some spans cover; indexed once for many queries."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._covered = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Cover another span."""
        self._covered[span.start : span.end] = b"\1" * len(span)

    def covers(self, span: Span) -> bool:
        """Whether every character of the span is covered."""
        return self._covered.find(0, span.start, span.end) < 0

    def touches(self, span: Span) -> bool:
        """Whether any character of the span is covered."""
        return self._covered.find(1, span.start, span.end) >= 0


def whole_words(span: Span, text: str) -> Span:
    """``span`` widened to the ends of the words it cuts into."""
    start, end = span.start, span.end
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def widened(span: Span, over: Iterable[Span]) -> Span:
    """``span`` widened to include every span that it cuts into."""
    touched = [other for other in over if other.overlaps(span)]
    return Span(
        min([span.start, *(other.start for other in touched)]),
        max([span.end, *(other.end for other in touched)]),
    )


def over_padding(span: Span, text: str, taken: Sequence[Span]) -> Span:
    """``span`` with the spaces that pad its column, except for two on either side.

    In a table the padding reveals the length of the name, since the two add up to a fixed width.
    Spaces that begin or end a line are not padding. ``taken``, joined spans of which one contains
    ``span``, are left alone.
    """
    index = bisect_right(taken, span.start, key=lambda other: other.start) - 1
    start, end, around = span.start, span.end, taken[index]
    first = taken[index - 1].end if index else 0
    last = taken[index + 1].start if index + 1 < len(taken) else len(text)
    if around.start == span.start:
        before = start
        while before > max(first, start - _WIDEST) and text[before - 1] in _BLANKS:
            before -= 1
        if before > first and start - before > _LEAST and text[before - 1] not in "\r\n":
            start = before + _LEAST
    after = _PADDING.match(text, end)
    if around.end == span.end and after is not None and after.end() <= last:
        end = after.end() - _LEAST
    return Span(start, end)


def place_of(span: Span, source: Source) -> dict[str, int]:
    """A span as written in plan files and records: code point offsets, line counted from 1."""
    return {"start": span.start, "end": span.end, "line": source.line_col(span.start)[0]}
