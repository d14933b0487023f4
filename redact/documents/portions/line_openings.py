"""Lines that a level could open, found in one cheap pass over a text for all of its portions."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from redact.patterns import pattern

_SIGNS = r"[^A-Za-z0-9\n\r]*+"
_LEVEL = r"TS|T *O *P|S *E *C|C *O *[NS]|CTS|[SC](?![A-Za-z])"
# after the letter or number of a list, or in an escaped bracket: "a. *C*", "&lt;C&gt;"
_IN_LIST = rf"(?:[A-Za-z]|\d{{1,3}}+)[.)]{_SIGNS}(?:(?:lt|40);{_SIGNS})?(?:{_LEVEL})"
_OPENING = rf"{_SIGNS}(?:{_LEVEL}|(?:lt|40);{_SIGNS}(?:{_LEVEL})|{_IN_LIST})"
_FIRST = pattern(_OPENING)
_BELOW = pattern(rf"\n{_OPENING}")  # one letter is found much faster than one of a set


def lines_like_levels(text: str, start: int, end: int) -> tuple[int, ...]:
    """Start offsets of the lines in ``text[start:end]`` that may open with the word of a level."""
    found = _openings(text)
    return found[bisect_left(found, start) : bisect_left(found, end)]


@lru_cache(maxsize=2)  # called for each portion of a text
def _openings(text: str) -> tuple[int, ...]:
    first = (0,) if _FIRST.match(text) else ()
    below = _BELOW.finditer(text.replace("\r", "\n"))
    return (*first, *(match.start() + 1 for match in below))
