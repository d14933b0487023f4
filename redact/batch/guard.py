"""One piece of work on one document: what goes wrong with it is told and ends there."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeVar

from redact.errors import RedactError, UnreadableError
from redact.findings import Unexamined


class Named(Protocol):
    """What work is done on: ``name`` is how the user knows it."""

    @property
    def name(self) -> str:
        """The name of the document."""


Item = TypeVar("Item", bound=Named)
Result = TypeVar("Result")
Work = Callable[[Item], Result]
Recall = Callable[[Any], Any]


class _OutOfTime(BaseException):
    """Raised inside the work when its time is over; no ``except Exception`` there takes it."""


def guarded(
    work: Work[Item, Result], item: Item, timeout: float | None = None
) -> Result | Unexamined:
    """The result, or why the document could not be examined.

    ``timeout`` in seconds holds where the system has alarms, in the main thread. Errors of usage or
    policy are raised: they end the run.
    """
    try:
        with _alarm(timeout):
            return work(item)
    except _OutOfTime:
        return out_of_time(item.name, timeout)
    except UnreadableError as error:
        return Unexamined(item.name, error.what, error.hint)
    except RedactError:
        raise
    except MemoryError:
        return Unexamined(item.name, "there was not enough memory for it", "split the file")
    except Exception as error:
        # A defect of ours must not cost the user the other documents. The message of an unknown
        # exception may hold document text, so only its class is told.
        if os.environ.get("REDACT_DEBUG"):
            raise
        return Unexamined(
            item.name,
            f"internal error ({type(error).__name__})",
            "report it; REDACT_DEBUG=1 shows where it happened",
        )


def out_of_time(name: str, timeout: float | None) -> Unexamined:
    """What is told of a document that took too long."""
    return Unexamined(
        name, f"took longer than {timeout:g} seconds", "split the file, or raise --timeout"
    )


@contextlib.contextmanager
def _alarm(seconds: float | None) -> Iterator[None]:
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not seconds or not able:
        yield
        return

    def ring(*_: Any) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
