"""Withholding the words of a withheld portion where they recur outside the portions.

A subject line may be repeated by a second header block or the title of a web page, and a sentence
by a summary. What no released portion says must not be readable in the lines between them either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from redact.patterns import pattern
from redact.redaction.model import Redaction
from redact.sources import Span
from redact.sources.folding import fold
from redact.values import dataclass

RUN = 6
"""Consecutive words that count as a repetition; a text of three to five counts as a whole."""
SHORTEST_RUN = 3
_WORD = pattern(r"[^\W_]+")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A withheld span and the cause for withholding its repetitions.

    ``everywhere``: the full text is withheld even where a released portion repeats it, as for
    subjects and titles.
    """

    redaction: Redaction
    cause: str
    everywhere: bool = False


def withhold_passages(
    text: str, passages: Iterable[Passage], released: tuple[Span, ...]
) -> Iterator[Redaction]:
    """A redaction wherever the words of a withheld passage recur outside the passage.

    The first passage with these words gives the cause. Repetitions inside that passage itself are
    attributed to the second: a reviewer may release only the first. More causes would take
    quadratic time on a text that repeats itself a thousand times.
    """
    words = _Words(text, released)
    first: dict[tuple[Run, tuple[str, ...]], Span] = {}
    twice: set[tuple[Run, tuple[str, ...]]] = set()
    for passage in passages:
        own, reasons = passage.redaction.span, passage.redaction.reasons
        for run in dict.fromkeys(_sought(words, passage)):
            key = run, reasons
            if key in twice or first.get(key) == own:
                continue
            if key in first:
                twice.add(key)
            within = first.setdefault(key, own)
            for place in words.places(len(run))[run]:
                if not own.covers(place) and (key not in twice or within.covers(place)):
                    yield Redaction(span=place, reasons=reasons, causes=(passage.cause,))


def _sought(words: _Words, passage: Passage) -> Iterator[Run]:
    """The runs of a passage that are withheld wherever they recur."""
    own = passage.redaction.span
    length = len(words.inside(own))
    size = min(RUN, length)
    if size < SHORTEST_RUN:
        return
    released = words.released_runs(size)
    yield from (run for run, _ in words.runs(own, size) if run not in released)
    if passage.everywhere:
        yield from (run for run, _ in words.runs(own, length))


class _Words:
    """The words of a text and the spans of each run of them, indexed once for each length."""

    def __init__(self, text: str, released: tuple[Span, ...]) -> None:
        folded = fold(text)
        self._words = [
            (match[0], folded.original(*match.span())) for match in _WORD.finditer(folded.text)
        ]
        self._starts = [place.start for _, place in self._words]
        self._all = Span(0, len(text))
        self._released = released
        self._places: dict[int, dict[Run, list[Span]]] = {}
        self._released_runs: dict[int, set[Run]] = {}

    def inside(self, span: Span) -> list[tuple[str, Span]]:
        """The words that lie entirely inside a span."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [word for word in self._words[first:last] if word[1].end <= span.end]

    def runs(self, span: Span, size: int) -> Iterator[tuple[Run, Span]]:
        """Every run of ``size`` words inside a span, with its span from first to last word."""
        words = self.inside(span)
        for first in range(len(words) - size + 1):
            row = words[first : first + size]
            yield tuple(word for word, _ in row), Span(row[0][1].start, row[-1][1].end)

    def places(self, size: int) -> dict[Run, list[Span]]:
        """The spans of each run of that length in the whole text."""
        if size not in self._places:
            places: dict[Run, list[Span]] = {}
            for run, place in self.runs(self._all, size):
                places.setdefault(run, []).append(place)
            self._places[size] = places
        return self._places[size]

    def released_runs(self, size: int) -> set[Run]:
        """The runs of that length that occur in a released portion."""
        if size not in self._released_runs:
            self._released_runs[size] = {
                run for span in self._released for run, _ in self.runs(span, size)
            }
        return self._released_runs[size]
