"""A telegram divided into stretches of lines that belong together, in the order they stand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from redact.documents.banner.classification_line import ClassificationLine


class Stretch(NamedTuple):
    """Lines ``first`` up to but not including ``last`` that are one field or one run of a kind.

    ``kind`` is a segment kind (`redact.documents.model.SEGMENT_KINDS`); ``block`` counts header
    blocks: 0 until a second envelope or classification line begins another. A named tuple, as
    `Judged` is, since a telegram has dozens of each.
    """

    kind: str
    first: int
    last: int
    block: int = 0
    classification: ClassificationLine | None = None


class Judged(NamedTuple):
    """What the lines ``first`` up to ``last`` were taken for, blank ones between them included.

    ``goes_on`` when they belong to what stands above them.
    """

    kind: str
    first: int
    last: int
    block: int = 0
    goes_on: bool = False
    classification: ClassificationLine | None = None


judged = partial(tuple.__new__, Judged)
"""`Judged` of its six fields: what a named tuple does, without a call of Python in between."""

_stretch = partial(tuple.__new__, Stretch)


def join(runs: Iterable[Judged], count: int) -> tuple[Stretch, ...]:
    """``count`` lines as stretches that hold each once; blank ones inside one belong to it."""
    found: list[Stretch] = []
    current, first, last = _BLANK, 0, 0
    for run in runs:
        if not (run.goes_on and run.kind == current.kind and run.block == current.block):
            _close(found, current, first, last, run.first)
            current, first = run, run.first
        last = run.last
    _close(found, current, first, last, count)
    return tuple(found)


_BLANK = Judged("blank", 0, 0)


def _close(found: list[Stretch], current: Judged, first: int, last: int, end: int) -> None:
    """Add the stretch that ends, and the blank lines between it and the next."""
    if current.kind != "blank":
        found.append(_stretch((current.kind, first, last, current.block, current.classification)))
    if last < end:
        found.append(_stretch(("blank", last, end, current.block, None)))
