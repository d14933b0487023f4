"""Looking for words in any case, at the speed of a plain search."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=2)  # several rooms look through the same text
def in_capitals(text: str) -> str:
    """``text`` in capitals, one character for each of its own, so that offsets are the same."""
    capitals = text.upper()
    if len(capitals) == len(text):
        return capitals
    return "".join(char.upper()[0] for char in text)  # the sharp s would become two letters


def places_of(words: Iterable[str], text: str, start: int, end: int) -> list[int]:
    """Offsets in ``text[start:end]`` where one of ``words`` (in capitals) stands in any case."""
    capitals = in_capitals(text)
    places: set[int] = set()
    for word in words:
        at = capitals.find(word, start, end)
        while at >= 0:
            places.add(at)
            at = capitals.find(word, at + len(word), end)
    return sorted(places)
