"""How a run ends before its time: by Ctrl-C, or by the signal that asks a process to end."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from typing import Any

import click

STORE = "redact.store"
"""Key under which the context of a run holds that results are kept in a store."""


class Terminated(BaseException):
    """The process was asked to end (SIGTERM); no ``except Exception`` takes it."""


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """A block that SIGTERM ends as Ctrl-C does: by an exception, so that it cleans up.

    Where the signal is ignored, or this is not the main thread, everything stays as it is.
    """

    def end(*_: Any) -> None:
        # The second one must not stop the cleaning up after the first.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise Terminated

    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    try:
        signal.signal(signal.SIGTERM, end)
    except ValueError:  # signals are handled in the main thread only
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def told(context: click.Context, how: str) -> str:
    """The line that says what became of a run that ended before its time."""
    if context.meta.get(STORE):
        return f"{how}; no outputs were written; finished results are kept in the store"
    return f"{how}; what was not finished is not kept"
