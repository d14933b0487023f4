"""A worker process: started for one kind of work, given documents, replaced when it has grown."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Any

from redact.batch.guard import Work, guarded
from redact.errors import RedactError
from redact.findings import Unexamined
from redact.values import dataclass

_GROWTH = 512 * 2**20
"""Bytes by which a worker may grow beyond its memory use after its first document."""


_SILENCE = 0.1
"""Seconds for which a worker may hold back the results of quick documents: each message wakes the
process that waits for it."""


@dataclass(frozen=True, slots=True)
class Orders:
    """What workers do: ``work`` within ``timeout`` seconds for each document, after ``prepare``.

    ``send`` converts a result to what is sent instead.
    """

    work: Work[Any, Any]
    timeout: float | None
    prepare: Callable[[], None]
    send: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """A worker's answer for its next documents: the results, or an error that ends the run.

    The first answer is for no document and means that the worker is ready.
    """

    results: tuple[Any, ...] = ()
    error: RedactError | None = None
    is_worn: bool = False
    is_ready: bool = False


class Worker:
    """One process and its pending documents, by index.

    ``since`` is the time of its last answer; no time is counted before it is ready.
    """

    def __init__(self, orders: Orders) -> None:
        # Fresh processes: a forked one might hold locks of threads that it does not have.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(orders, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self.pending: list[int] = []
        self.since = float("inf")

    @property
    def is_ready(self) -> bool:
        """Whether it has reported that it has started."""
        return self.since < float("inf")

    def give(self, indexes: Sequence[int], items: Sequence[Any]) -> None:
        """Hand over documents. The worker must be idle: two full pipes would wait for each other.

        A worker that has just died accepts them too; `answer` then returns ``None``.
        """
        self.pending = list(indexes)
        if self.is_ready:
            self.since = time.monotonic()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.connection.send(tuple(items))

    def answer(self) -> Answer | None:
        """The next answer, ``None`` when the process has died."""
        try:
            answer: Answer = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return None
        self.since = time.monotonic()
        return answer

    def stop(self) -> int | None:
        """End the process, killing it while it is at work, and return its exit code."""
        self.connection.close()
        if self.pending:
            self.process.kill()
        self.process.join()
        code = self.process.exitcode
        self.process.close()
        return code


def death(code: int | None) -> str:
    """A description of how a process ended, from its exit code."""
    with contextlib.suppress(ValueError):
        if code is not None and code < 0:
            return signal.Signals(-code).name
    return f"exit code {code}"


def _serve(orders: Orders, connection: Connection) -> None:
    """Answer for documents until the other end is closed."""
    # Ctrl-C goes to every process of the terminal; the main one stops the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            orders.prepare()
        except RedactError as error:
            connection.send(Answer(error=error))
            return
        connection.send(Answer(is_ready=True))
        start: int | None = None
        while True:
            items = connection.recv()
            for answer in _answers(orders, items):
                start = start or _most_memory()
                worn = _most_memory() - start > _GROWTH
                connection.send(Answer(answer.results, answer.error, worn))


def _answers(orders: Orders, items: Sequence[Any]) -> Iterator[Answer]:
    """The answers for a batch of documents, sent at once when the documents are slow."""
    results: list[Any] = []
    said = time.monotonic()
    for item in items:
        try:
            result = guarded(orders.work, item, orders.timeout)
        except RedactError as error:
            yield Answer(error=error)
            return
        results.append(result if isinstance(result, Unexamined) else orders.send(result))
        if time.monotonic() - said > _SILENCE:
            yield Answer(tuple(results))
            results, said = [], time.monotonic()
    if results:
        yield Answer(tuple(results))


def _most_memory() -> int:
    """The peak memory use of this process, in bytes; 0 where the system does not report it."""
    try:
        import resource
    except ImportError:
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )
