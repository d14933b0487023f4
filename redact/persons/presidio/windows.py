"""Splitting a paragraph into the short windows that a small network reads best."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 300
"""Maximum characters of a window; in longer ones Rampart finds half as many names."""

_OVERLAP = 64
"""Characters read twice where a sentence is longer than a window."""

_SENTENCE_END = re.compile(r"[.;:?!][\"')]?[ \n](?=[\"'(]?[^\W\d_]{2})")


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each window; together they cover the whole paragraph.

    A window ends with a sentence; inside a longer sentence it ends at a blank and overlaps the
    next, so that a name cut by one window is complete in another.
    """
    start = 0
    while len(text) - start > LONGEST:
        ends = [m.end() for m in _SENTENCE_END.finditer(text, start, start + LONGEST)]
        if ends:
            yield start, ends[-1]
            start = ends[-1]
            continue
        end = _blank_before(text, start + LONGEST, start)
        yield start, end
        start = _blank_before(text, end - _OVERLAP, start)
    if start < len(text):
        yield start, len(text)


def _blank_before(text: str, place: int, start: int) -> int:
    """The place after the last blank before ``place``, or ``place`` if there is none."""
    blank = text.rfind(" ", start + 1, place)
    return blank + 1 if blank > start + _OVERLAP else place
