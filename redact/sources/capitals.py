"""Case-insensitive word search at the speed of a plain substring search."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=2)  # several rooms search the same text
def in_capitals(text: str) -> str:
    """``text`` in upper case, one character for each original one, so offsets are unchanged."""
    capitals = text.upper()
    if len(capitals) == len(text):
        return capitals
    return "".join(char.upper()[0] for char in text)  # "ß" would become two letters


def places_of(words: Iterable[str], text: str, start: int, end: int) -> list[int]:
    """Offsets where one of ``words`` (in upper case) occurs in ``text[start:end]``, in any case."""
    capitals = in_capitals(text)
    places: set[int] = set()
    for word in words:
        at = capitals.find(word, start, end)
        while at >= 0:
            places.add(at)
            at = capitals.find(word, at + len(word), end)
    return sorted(places)
