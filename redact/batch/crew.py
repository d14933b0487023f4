"""Worker processes that share the documents of one run."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait
from typing import Any

from redact.batch.guard import Recall, Work, out_of_time
from redact.batch.worker import Worker, death
from redact.findings import Unexamined

_AHEAD = 64
"""Documents per worker that may be done before their turn to be handed out."""
_LARGEST_HANDFUL = 16
_HANDFUL_SECONDS = 0.1
_GRACE = 10.0
"""Seconds after its own alarm that a worker gets before it is ended."""


class Crew:
    """The workers of one run, the documents on their way and the results that wait their turn."""

    def __init__(
        self,
        work: Work[Any, Any],
        items: Iterator[Any],
        jobs: int,
        timeout: float | None,
        recall: Recall,
        prepare: Callable[[], None],
    ) -> None:
        self._work, self._items, self._jobs = work, items, jobs
        self._prepare = prepare
        self._timeout, self._recall = timeout, recall
        self._workers: list[Worker] = []
        self._waiting: deque[int] = deque()
        self._taken: dict[int, Any] = {}
        self._done: dict[int, Any] = {}
        self._retried: set[int] = set()
        self._next_in = self._next_out = 0
        self._exhausted = False
        self._handful = 1

    def results(self) -> Iterator[Any]:
        """The results in the order of the documents."""
        while True:
            self._take()
            self._employ()
            while self._next_out in self._done:
                yield self._done.pop(self._next_out)
                self._next_out += 1
            if self._exhausted and self._next_out == self._next_in:
                return
            if self._next_out not in self._done:
                self._listen()

    def dismiss(self) -> None:
        """End every worker."""
        for worker in self._workers:
            worker.stop()

    def _take(self) -> None:
        """Take as many documents as may be on their way, and recall what is known of them."""
        room = self._next_out + self._jobs * _AHEAD - self._next_in
        for item in islice(self._items, max(0, room)):
            index, self._next_in = self._next_in, self._next_in + 1
            known = self._recall(item)
            if known is not None:
                self._done[index] = known
            else:
                self._taken[index] = item
                self._waiting.append(index)
            room -= 1
        self._exhausted = self._exhausted or room > 0

    def _employ(self) -> None:
        """Give every idle worker something to do, starting workers as long as some may be had."""
        idle = [worker for worker in self._workers if not worker.pending]
        while self._waiting and (idle or len(self._workers) < self._jobs):
            if idle:
                worker = idle.pop()
            else:
                worker = Worker(self._work, self._timeout, self._prepare)
                self._workers.append(worker)
            share = -(-len(self._waiting) // self._jobs)
            count = min(self._handful, share)
            indexes = [self._waiting.popleft() for _ in range(count)]
            worker.give(indexes, [self._taken[index] for index in indexes])

    def _listen(self) -> None:
        """Wait for a worker to answer, to die or to be over its time."""
        busy = [worker for worker in self._workers if worker.pending]
        ready = wait([worker.connection for worker in busy], self._patience(busy))
        for worker in [worker for worker in busy if worker.connection in ready]:
            self._hear(worker)
        for worker in [w for w in self._workers if w.pending and self._is_late(w)]:
            index = worker.pending[0]
            self._settle(index, out_of_time(self._taken[index].name, self._timeout))
            self._replace(worker, worker.pending[1:])

    def _hear(self, worker: Worker) -> None:
        begun = worker.since
        answer = worker.answer()
        if answer is None:
            self._lost(worker)
            return
        if answer.error is not None:
            raise answer.error
        if answer.is_ready:
            return
        self._settle(worker.pending.pop(0), answer.result)
        quick = worker.since - begun < _HANDFUL_SECONDS / _LARGEST_HANDFUL
        self._handful = min(2 * self._handful, _LARGEST_HANDFUL) if quick else 1
        if answer.is_worn:
            self._replace(worker, worker.pending)

    def _lost(self, worker: Worker) -> None:
        """A worker died. The document it had in hand is tried once more: it may have been the
        victim of another that took all memory.
        """
        index, *others = worker.pending
        code = self._replace(worker, others)
        if index in self._retried:
            self._settle(
                index,
                Unexamined(
                    self._taken[index].name,
                    f"the worker process died on it ({death(code)})",
                    "is there enough memory? the other documents were done",
                ),
            )
        else:
            self._retried.add(index)
            self._waiting.appendleft(index)

    def _replace(self, worker: Worker, unanswered: list[int]) -> int | None:
        self._waiting.extendleft(reversed(unanswered))
        self._workers.remove(worker)
        return worker.stop()

    def _settle(self, index: int, result: Any) -> None:
        self._done[index] = result
        del self._taken[index]

    def _is_late(self, worker: Worker) -> bool:
        limit = self._timeout
        return limit is not None and time.monotonic() - worker.since > limit + _GRACE

    def _patience(self, workers: Iterable[Worker]) -> float | None:
        """Seconds until the first of the workers is over its time."""
        if self._timeout is None:
            return None
        first = min(worker.since for worker in workers)
        if first == float("inf"):
            return None  # none of them is ready
        return max(0.0, first + self._timeout + _GRACE - time.monotonic()) + 0.01
