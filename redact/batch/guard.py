"""Isolating the work on one document: a failure is reported and affects no other document."""

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
    """An item to work on: ``name`` is the name the user knows it by."""

    @property
    def name(self) -> str:
        """The name of the document."""


Item = TypeVar("Item", bound=Named)
Result = TypeVar("Result")
Work = Callable[[Item], Result]
Recall = Callable[[Any], Any]


class _OutOfTime(BaseException):
    """Raised inside the work when its time is up; not caught there by ``except Exception``."""


def guarded(
    work: Work[Item, Result], item: Item, timeout: float | None = None
) -> Result | Unexamined:
    """The result, or the reason why the document could not be examined.

    ``timeout``, in seconds, is enforced in the main thread of systems that have alarms. Usage and
    policy errors are raised: they end the run.
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
        # exception may contain document text, so only its class is reported.
        if os.environ.get("REDACT_DEBUG"):
            raise
        return Unexamined(
            item.name,
            f"internal error ({type(error).__name__})",
            "report it; REDACT_DEBUG=1 shows where it happened",
        )


def out_of_time(name: str, timeout: float | None) -> Unexamined:
    """The report on a document that took too long."""
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
