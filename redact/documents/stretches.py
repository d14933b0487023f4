"""A telegram divided into stretches of lines that belong together, in the order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from redact.documents.classification_line import ClassificationLine
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines ``first`` up to but not including ``last`` that are one field or one run of a kind.

    ``kind`` is a segment kind (`redact.documents.model.SEGMENT_KINDS`); ``block`` counts header
    blocks: 0 until a second envelope or classification line begins another.
    """

    kind: str
    first: int
    last: int
    block: int = 0
    classification: ClassificationLine | None = None


class Judged(NamedTuple):
    """What one line was taken for; ``goes_on`` when it belongs to what stands above it."""

    kind: str
    block: int
    goes_on: bool = False
    classification: ClassificationLine | None = None


def join(judged: Sequence[Judged]) -> tuple[Stretch, ...]:
    """Lines joined to stretches that hold each once; blank lines inside one belong to it."""
    found: list[Stretch] = []
    current, first, last = _BLANK, 0, 0
    for index, line in enumerate(judged):
        if line.kind == "blank":
            continue
        if not (line.goes_on and (line.kind, line.block) == (current.kind, current.block)):
            _close(found, current, first, last, index)
            current, first = line, index
        last = index + 1
    _close(found, current, first, last, len(judged))
    return tuple(found)


_BLANK = Judged("blank", 0)


def _close(found: list[Stretch], current: Judged, first: int, last: int, end: int) -> None:
    """Add the stretch that ends, and the blank lines between it and the next."""
    if current.kind != "blank":
        found.append(Stretch(current.kind, first, last, current.block, current.classification))
    if last < end:
        found.append(Stretch("blank", last, end, current.block))
