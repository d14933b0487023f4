"""The words of a text and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.lexicon import fold
from redact.sources import Span
from redact.values import dataclass

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+(?:['’]{LETTER}+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: ``folded`` as the word lists spell it, ``text`` as written."""

    span: Span
    text: str
    folded: str


def words_of(text: str, span: Span | None = None) -> Iterator[Word]:
    """The words inside ``span`` (the whole text unless given), in order."""
    inside = Span(0, len(text)) if span is None else span
    for match in WORD.finditer(text, inside.start, inside.end):
        yield Word(Span(match.start(), match.end()), match.group(), fold(match.group()))


def without_possessive(text: str, span: Span) -> Span:
    """``span`` without an apostrophe, with or without S, at its end."""
    match = re.search(r"['’](?:[sS])?$", span.of(text))
    return Span(span.start, span.start + match.start()) if match else span
