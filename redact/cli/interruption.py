"""Early termination of a run: by Ctrl-C, or by the signal that asks a process to end."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from typing import Any

import click

STORE = "redact.store"
"""Key in the context of a run for whether results are kept in a store."""


class Terminated(BaseException):
    """The process was asked to end (SIGTERM); not caught by ``except Exception``."""


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """A block that SIGTERM ends like Ctrl-C: by an exception, so that it cleans up.

    Has no effect where the signal is ignored or outside the main thread.
    """

    def end(*_: Any) -> None:
        # A second signal must not interrupt the cleanup after the first.
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


def early_end(context: click.Context, how: str) -> str:
    """The line that reports what is left of a run that ended early."""
    if context.meta.get(STORE):
        return f"{how}; no outputs were written; finished results are kept in the store"
    return f"{how}; what was not finished is not kept"
