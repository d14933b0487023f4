"""Places of several words: LA PAZ, Santa Cruz, UNITED STATES."""

from __future__ import annotations

from collections.abc import Sequence

from redact.persons.lexicon import Lexicon
from redact.persons.words import Word

_MOST_WORDS = 4


def place_words(text: str, words: Sequence[Word], lexicon: Lexicon) -> frozenset[int]:
    """Offsets of those of ``words`` that are part of a place of several words."""
    offsets: set[int] = set()
    for index, word in enumerate(words):
        if word.folded not in lexicon.place_heads:
            continue
        for length in range(2, _MOST_WORDS + 1):
            run = words[index : index + length]
            if len(run) < length or not _adjacent(text, run[-2], run[-1]):
                break
            if " ".join(w.folded for w in run) in lexicon.places:
                offsets.update(w.span.start for w in run)
    return frozenset(offsets)


def _adjacent(text: str, first: Word, second: Word) -> bool:
    gap = text[first.span.end : second.span.start]
    return len(gap) < 8 and not gap.strip(" \t\r\n.'’-")
