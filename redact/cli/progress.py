"""How far a long command has come: shown on a terminal, silent everywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from typing import TextIO, TypeVar

Item = TypeVar("Item")

_PATIENCE = 1.0
"""Seconds before anything is shown: most commands are done by then."""
_INTERVAL = 0.2
_WIDTH = 20
_CLEAR = "\r\x1b[K"


def watched(
    items: Iterator[Item],
    total: int,
    label: str,
    *,
    quiet: bool,
    stream: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Item]:
    """The items as they come; on a terminal a line tells how many are done, how fast and how long
    the rest will take.
    """
    stream = stream or sys.stderr
    if quiet or total <= 1 or not stream.isatty():
        yield from items
        return
    begun = shown = first = clock()
    is_shown = False
    try:
        for done, item in enumerate(items, 1):
            now = clock()
            # The first is slow, it waits for the language model: no speed is reckoned from it.
            first = now if done == 1 else first
            if now - begun > _PATIENCE and now - shown > _INTERVAL:
                rate = (done - 1) / (now - first) if now > first else None
                stream.write(_CLEAR + line(label, done, total, rate))
                stream.flush()
                shown, is_shown = now, True
            yield item
    finally:
        if is_shown:
            stream.write(_CLEAR)
            stream.flush()


def line(label: str, done: int, total: int, rate: float | None) -> str:
    """The line shown after ``done`` of ``total`` documents, at ``rate`` documents a second."""
    share = done / total
    full = round(share * _WIDTH)
    bar = "#" * full + "-" * (_WIDTH - full)
    told = f"{label}  [{bar}]  {done:,} of {total:,}"
    if rate is None:
        return told
    speed = f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
    left = _duration((total - done) / rate)
    return f"{told}  {speed}  {left} left"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
