"""Progress of a long command: shown on a terminal, silent everywhere else."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import TextIO, TypeVar

from redact.cli.console import terminal_columns

Item = TypeVar("Item")

_PATIENCE = 1.0
"""Seconds before anything is shown: most commands are finished by then."""
_INTERVAL = 0.2
_WIDTH = 20
_USUAL = 80
"""Columns assumed for a terminal that does not report its width."""
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
    """The items as they arrive; on a terminal a line shows how many are done, how fast, and how
    long the rest will take.
    """
    stream = stream or sys.stderr
    # A terminal that calls itself dumb cannot clear a line.
    if quiet or total <= 1 or not stream.isatty() or os.environ.get("TERM") == "dumb":
        yield from items
        return
    begun = shown = first = clock()
    is_shown = False
    try:
        for done, item in enumerate(items, 1):
            now = clock()
            # The first waits for the language model to load, so it is left out of the speed.
            first = now if done == 1 else first
            if now - begun > _PATIENCE and now - shown > _INTERVAL:
                rate = (done - 1) / (now - first) if now > first else None
                stream.write(
                    _CLEAR + line(label, done, total, rate, terminal_columns(stream) or _USUAL)
                )
                stream.flush()
                shown, is_shown = now, True
            yield item
    finally:
        if is_shown:
            stream.write(_CLEAR)
            stream.flush()


def line(label: str, done: int, total: int, rate: float | None, columns: int = 80) -> str:
    """The line shown after ``done`` of ``total`` documents, at ``rate`` documents a second.

    It is shorter than ``columns``: a line wrapped into a second row could not be cleared.
    """
    full = round(done / total * _WIDTH)
    bar = "#" * full + "-" * (_WIDTH - full)
    counts, rest = f"{done:,} of {total:,}", []
    if rate is not None:
        speed = f"{rate:.0f}/s" if rate >= 10 else f"{rate:.1f}/s"
        rest = [speed, f"{_duration((total - done) / rate)} left"]
    forms = ([label, f"[{bar}]", counts, *rest], [label, counts, *rest], [counts, *rest[1:]])
    lines = ["  ".join(parts) for parts in (*forms, [counts])]
    return next((one for one in lines if len(one) < columns), "")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
