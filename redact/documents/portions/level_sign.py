"""A sign inside a portion that part of its text has a separate level."""

from __future__ import annotations

from redact.documents.portions.portion_marks import FoundMark
from redact.values import dataclass

CLEAN = "clean"
"""At the start of a line, after nothing, a bullet or a list number."""
AFTER = "after"
"""After a heading or the end of a sentence: what follows is at its level."""
INSIDE = "inside"
"""Inside or after a sentence: it cannot be told which words it applies to."""


@dataclass(frozen=True, slots=True)
class LevelSign:
    """One sign: the offset of the part it applies to, its mark, and its placement (`CLEAN`, …).

    ``end`` is where the part ends, if the text says so.
    """

    offset: int
    mark: FoundMark
    level: str
    manner: str
    numbered: bool = False
    end: int | None = None
