"""The header of a further section, which is inside the portion that runs over its end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from redact.documents.model import Document
from redact.findings.examined import Publication
from redact.patterns import pattern
from redact.sources import Span

_LINE = pattern(r"[^\r\n]+")

_LINES = frozenset(
    ("classification-line", "caption", "attention", "passing", "executive-order", "tags", "heading")
)
_OPEN = ("references", "authority")
"""Fields that end only with a blank line: text may follow them directly."""


def header_lines(document: Document) -> Iterator[Span]:
    """Lines of headers that are none of the text, of an open field those that repeat its first.

    The subject is a portion of its own, its label is none of it.
    """
    text = document.text
    first: dict[str, frozenset[str]] = {}
    for segment in document.segments:
        if segment.kind in _LINES:
            yield segment.span
        elif segment.kind in _OPEN:
            lines = tuple(_LINE.finditer(text, segment.span.start, segment.span.end))
            known = first.get(segment.kind)
            if known is None:
                first[segment.kind] = frozenset(line[0].strip() for line in lines)
            else:
                yield from (Span(*line.span()) for line in lines if line[0].strip() in known)
    yield from _subject_labels(document)


def _subject_labels(document: Document) -> Iterator[Span]:
    """The label before each subject on its line: ``SUBJECT:``."""
    titles = [p.span.start for p in document.portions if p.kind in ("subject", "title")]
    for segment in document.segments:
        if segment.kind == "subject":
            start = next((s for s in titles if segment.span.start < s < segment.span.end), None)
            if start is not None:
                yield Span(segment.span.start, start)


def header_in_copy(publication: Publication) -> Iterator[Span]:
    """Where the header lines of the original are in its public copy.

    Where a header begins cannot be read from a copy whose classification line is cancelled.
    """
    return in_copy(publication, header_lines(publication.original))


def in_copy(publication: Publication, spans: Iterable[Span]) -> Iterator[Span]:
    """Where stretches of the original stand in its public copy."""
    places = _Places.of(publication)
    for span in spans:
        yield Span(places.first(span.start), places.last(span.end))


@dataclass(frozen=True, slots=True)
class _Places:
    """The changes from original to copy, in order, and where each begins in the original."""

    changes: tuple[tuple[Span, Span], ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, publication: Publication) -> _Places:
        withheld = ((w.original, w.public) for w in publication.withheld)
        changes = tuple(sorted((*withheld, *publication.edited)))
        return cls(changes, tuple(original.start for original, _ in changes))

    def first(self, offset: int) -> int:
        """The place in the copy where a stretch begins that begins at ``offset``."""
        index = bisect_right(self.starts, offset)
        if index == 0:
            return offset
        original, public = self.changes[index - 1]
        inside = offset < original.end
        return public.start if inside else public.end + offset - original.end

    def last(self, offset: int) -> int:
        """The place in the copy where a stretch ends that ends at ``offset``."""
        index = bisect_right(self.starts, offset - 1)
        if index == 0:
            return offset
        original, public = self.changes[index - 1]
        return public.end + max(0, offset - original.end)
