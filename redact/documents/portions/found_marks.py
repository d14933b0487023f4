"""Values of marks found in a text: at the head of a portion, or inside it as signs of a level."""

from __future__ import annotations

from redact.markings.marking import Marking
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark at the head of a portion: ``span`` includes the brackets, fields are as in `Portion`.

    With the defect ``unknown``, ``marking`` has only the level, if that can be read.
    """

    span: Span
    mark: str
    marking: Marking | None
    defect: str | None = None
    entire_text: bool = False


AT_LINE_HEAD = "clean"
"""At the start of a line, after nothing, a bullet or a list number."""
AFTER = "after"
"""After a heading or the end of a sentence: what follows is at its level."""
INSIDE = "inside"
"""Inside or after a sentence: it cannot be told which words it applies to."""


@dataclass(frozen=True, slots=True)
class LevelSign:
    """A sign inside a portion that part of its text has a separate level.

    ``offset`` is where that part begins, ``end`` where it ends, if the text says so. ``manner`` is
    the placement of the sign: `AT_LINE_HEAD`, `AFTER` or `INSIDE`.
    """

    offset: int
    mark: FoundMark
    level: str
    manner: str
    numbered: bool = False
    end: int | None = None
