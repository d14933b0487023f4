"""Stretches of consecutive lines that belong together, into which a telegram is divided."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from redact.documents.banner.classification_line import ClassificationLine


class Stretch(NamedTuple):
    """Lines ``[first, last)`` that are one field or one run of a kind.

    ``kind`` is a segment kind (`redact.documents.model.SEGMENT_KINDS`); ``block`` is the index of
    the header block: 0 until a second envelope or classification line begins another. A named
    tuple, like `Run`, because a telegram has dozens of each.
    """

    kind: str
    first: int
    last: int
    block: int = 0
    classification: ClassificationLine | None = None


class Run(NamedTuple):
    """The kind assigned to lines ``[first, last)``, including blank ones between them.

    ``continues`` is set when they continue the lines above.
    """

    kind: str
    first: int
    last: int
    block: int = 0
    continues: bool = False
    classification: ClassificationLine | None = None


make_run = partial(tuple.__new__, Run)
"""`Run` from a tuple of its six fields, without the Python-level ``__new__``."""

_stretch = partial(tuple.__new__, Stretch)


def join(runs: Iterable[Run], count: int) -> tuple[Stretch, ...]:
    """Stretches that cover ``count`` lines once each; blank lines inside one belong to it."""
    found: list[Stretch] = []
    current, first, last = _BLANK, 0, 0
    for run in runs:
        if not (run.continues and run.kind == current.kind and run.block == current.block):
            _close(found, current, first, last, run.first)
            current, first = run, run.first
        last = run.last
    _close(found, current, first, last, count)
    return tuple(found)


_BLANK = Run("blank", 0, 0)


def _close(found: list[Stretch], current: Run, first: int, last: int, end: int) -> None:
    """Append the current stretch and the blank lines between it and the next."""
    if current.kind != "blank":
        found.append(_stretch((current.kind, first, last, current.block, current.classification)))
    if last < end:
        found.append(_stretch(("blank", last, end, current.block, None)))
