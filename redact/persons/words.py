"""The words of a text and their spans."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator

from redact.persons.lexicon import fold
from redact.sources import Span
from redact.values import dataclass

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+(?:['’]{LETTER}+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: ``folded`` as in the word lists, ``text`` as written."""

    span: Span
    text: str
    folded: str


_KEPT = 4  # a document's text and its views
_SHORT, _LONG = 500, 200_000
"""Texts of this length are cached: shorter ones are fragments, longer ones take much memory."""


def words_of(text: str, span: Span | None = None) -> Iterator[Word]:
    """The words inside ``span`` (by default the whole text), in order."""
    start, end = (0, len(text)) if span is None else (span.start, span.end)
    if not _SHORT <= len(text) <= _LONG:
        return _read(text, start, end)
    words, starts = _words_and_starts(text)
    first, behind = bisect_left(starts, start), bisect_left(starts, end)
    cuts_first = first > 0 and words[first - 1].span.end > start
    cuts_last = behind > 0 and words[behind - 1].span.end > end
    return _read(text, start, end) if cuts_first or cuts_last else iter(words[first:behind])


@functools.lru_cache(maxsize=_KEPT)
def _words_and_starts(text: str) -> tuple[tuple[Word, ...], tuple[int, ...]]:
    """All words of a text, computed once for many callers, and the start of each."""
    words = tuple(_read(text, 0, len(text)))
    return words, tuple(word.span.start for word in words)


def _read(text: str, start: int, end: int) -> Iterator[Word]:
    for match in WORD.finditer(text, start, end):
        yield Word(Span(match.start(), match.end()), match.group(), fold(match.group()))


def without_possessive(text: str, span: Span) -> Span:
    """``span`` without an apostrophe, with or without S, at its end."""
    match = re.search(r"['’](?:[sS])?$", span.of(text))
    return Span(span.start, span.start + match.start()) if match else span
