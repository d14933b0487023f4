"""Worker processes that share the documents of one run."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import wait
from typing import Any

from redact.batch.guard import Recall, out_of_time
from redact.batch.worker import Orders, Worker, death
from redact.errors import UsageError
from redact.findings import Unexamined

_AHEAD = 64
"""Documents per worker that may be finished ahead of their turn in the output."""
_LARGEST_BATCH = 32
_BATCH_SECONDS = 0.1
_GRACE_SECONDS = 10.0
"""Seconds a worker is given after its own alarm before it is terminated."""


class Dispatcher:
    """The workers of one run, the documents in progress and the results waiting for their turn."""

    def __init__(
        self,
        orders: Orders,
        items: Iterator[Any],
        jobs: int,
        recall: Recall,
    ) -> None:
        self._orders, self._items, self._jobs, self._recall = orders, items, jobs, recall
        self._timeout = orders.timeout
        self._workers: list[Worker] = []
        self._waiting: deque[int] = deque()
        self._in_progress: dict[int, Any] = {}
        self._done: dict[int, Any] = {}
        self._suspects: set[int] = set()
        self._next_in = self._next_out = 0
        self._exhausted = False
        self._batch_size = 1
        self._failed_starts_left = jobs + 1

    def results(self) -> Iterator[Any]:
        """The results in document order."""
        while True:
            self._take()
            self._assign()
            while self._next_out in self._done:
                yield self._done.pop(self._next_out)
                self._next_out += 1
            if self._exhausted and self._next_out == self._next_in:
                return
            if self._next_out in self._in_progress:
                self._wait()

    def stop_workers(self) -> None:
        """Stop every worker."""
        for worker in self._workers:
            worker.stop()

    def _take(self) -> None:
        """Take as many documents as may be in progress, and recall results known from the store."""
        room = self._next_out + self._jobs * _AHEAD - self._next_in
        for item in islice(self._items, max(0, room)):
            index, self._next_in = self._next_in, self._next_in + 1
            known = self._recall(item)
            if known is not None:
                self._done[index] = known
            else:
                self._in_progress[index] = item
                self._waiting.append(index)
            room -= 1
        self._exhausted = self._exhausted or room > 0

    def _assign(self) -> None:
        """Give every idle worker documents, starting workers up to the limit."""
        idle = [worker for worker in self._workers if not worker.pending]
        while self._waiting and (idle or len(self._workers) < self._jobs):
            if idle:
                worker = idle.pop()
            else:
                worker = Worker(self._orders)
                self._workers.append(worker)
            indexes = self._next_batch()
            worker.give(indexes, [self._in_progress[index] for index in indexes])

    def _next_batch(self) -> list[int]:
        """The documents to hand out together: a suspect is handed out alone."""
        batch = [self._waiting.popleft()]
        count = min(self._batch_size, -(-(len(self._waiting) + 1) // self._jobs))
        while len(batch) < count and not self._suspects.intersection((batch[0], self._waiting[0])):
            batch.append(self._waiting.popleft())
        return batch

    def _wait(self) -> None:
        """Wait for a worker to answer, die or exceed its time."""
        busy = [worker for worker in self._workers if worker.pending]
        ready = wait([worker.connection for worker in busy], self._seconds_to_wait(busy))
        for worker in [worker for worker in busy if worker.connection in ready]:
            self._receive(worker)
        for worker in [w for w in self._workers if w.pending and self._is_late(w)]:
            self._worker_timed_out(worker)

    def _receive(self, worker: Worker) -> None:
        begun = worker.since
        answer = worker.answer()
        if answer is None:
            self._worker_died(worker)
            return
        if answer.error is not None:
            raise answer.error
        if answer.is_ready:
            return
        for result in answer.results:
            self._finish(worker.pending.pop(0), result)
        rate = len(answer.results) / max(worker.since - begun, 1e-6)
        self._batch_size = min(max(1, int(rate * _BATCH_SECONDS)), _LARGEST_BATCH)
        if answer.is_worn:
            self._replace(worker)

    def _worker_died(self, worker: Worker) -> None:
        """A worker died. Its pending documents are each retried once, alone: the worker may have
        been the victim of another process that used up all memory.
        """
        if not worker.is_ready:
            self._reduce_jobs(death(self._replace(worker)))
            return
        blamed = self._blame(worker)
        how = death(self._replace(worker, blamed))
        for index in blamed:
            self._finish(
                index,
                Unexamined(
                    self._in_progress[index].name,
                    f"the worker process died on it ({how})",
                    "is there enough memory? the other documents were done",
                ),
            )

    def _reduce_jobs(self, how: str) -> None:
        """Continue with one worker fewer: one died while starting, which no document has caused.

        Raises `UsageError` when this keeps happening.
        """
        self._jobs = max(1, self._jobs - 1)
        self._failed_starts_left -= 1
        if self._failed_starts_left < 0:
            raise UsageError(
                f"worker processes die while they start ({how})",
                "--jobs",
                "is there enough memory? ask for fewer of them",
            )

    def _worker_timed_out(self, worker: Worker) -> None:
        """A worker has exceeded its time and does not react to its alarm."""
        if len(worker.pending) == 1:
            self._suspects.add(worker.pending[0])  # there is no doubt which one it is
        blamed = self._blame(worker)
        self._replace(worker, blamed)
        for index in blamed:
            self._finish(index, out_of_time(self._in_progress[index].name, self._timeout))

    def _blame(self, worker: Worker) -> list[int]:
        """The document to blame, if certain; otherwise all pending ones become suspects."""
        if len(worker.pending) == 1 and worker.pending[0] in self._suspects:
            return [worker.pending[0]]
        self._suspects.update(worker.pending)
        return []

    def _replace(self, worker: Worker, settled: Sequence[int] = ()) -> int | None:
        """Stop a worker; documents it has not answered for are handed out again."""
        unanswered = [index for index in worker.pending if index not in settled]
        self._waiting.extendleft(reversed(unanswered))
        self._workers.remove(worker)
        return worker.stop()

    def _finish(self, index: int, result: Any) -> None:
        self._done[index] = result
        del self._in_progress[index]

    def _is_late(self, worker: Worker) -> bool:
        limit = self._timeout
        return limit is not None and time.monotonic() - worker.since > limit + _GRACE_SECONDS

    def _seconds_to_wait(self, workers: Iterable[Worker]) -> float | None:
        """Seconds until the first of the workers exceeds its time."""
        if self._timeout is None:
            return None
        first = min(worker.since for worker in workers)
        if first == float("inf"):
            return None  # none of them is ready
        return max(0.0, first + self._timeout + _GRACE_SECONDS - time.monotonic()) + 0.01
