"""Lines that a level could open, found in one cheap pass over a text for all of its portions."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

_OF_LEVELS = frozenset(("TS", "TO", "SE", "CO", "CT"))
"""Two letters with which the words of levels begin: TOP SECRET, SECRET, CONFIDENTIAL, COSMIC."""


def lines_like_levels(text: str, start: int, end: int) -> tuple[int, ...]:
    """Start offsets of the lines in ``text[start:end]`` that do not open with some other word."""
    found = _openings(text)
    return found[bisect_left(found, start) : bisect_left(found, end)]


@lru_cache(maxsize=2)  # called for each portion of a text
def _openings(text: str) -> tuple[int, ...]:
    found: list[int] = []
    start = 0
    for line in text.replace("\r", "\n").split("\n"):
        letters = line.lstrip()[:2]
        if letters and (letters in _OF_LEVELS or not letters.isalpha()):
            found.append(start)
        start += len(line) + 1
    return tuple(found)
