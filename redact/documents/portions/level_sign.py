"""A sign inside a portion that part of its text stands at a level of its own."""

from __future__ import annotations

from redact.documents.portions.portion_marks import FoundMark
from redact.values import dataclass

CLEAN = "clean"
"""Behind nothing, a bullet or the number of a list, at the start of a line."""
AFTER = "after"
"""Behind a heading or the end of a sentence: what follows is at its level."""
INSIDE = "inside"
"""Inside or behind a sentence: nobody can tell for which words it speaks."""


@dataclass(frozen=True, slots=True)
class LevelSign:
    """One sign: where the part it speaks for begins, its mark, and how it stands (`CLEAN`, …).

    ``end`` is where the part ends when the text says so.
    """

    offset: int
    mark: FoundMark
    level: str
    manner: str
    numbered: bool = False
    end: int | None = None
