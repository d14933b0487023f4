"""Applying one function to many documents, in this process or in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from redact.batch.guard import Item, Recall, Result, Work, guarded
from redact.findings import Unexamined
from redact.values import dataclass

FEW = 50
"""The number of documents up to which one job runs without a worker process."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How documents are processed: ``jobs`` processes, ``timeout`` seconds for each document.

    The default timeout is long enough for a file of 200 MB.
    """

    jobs: int = 1
    timeout: float | None = 600.0


def nothing() -> None:
    """The preparation for work that needs none."""


def itself(result: Result) -> Result:
    """The result unchanged, which is what worker processes send by default."""
    return result


def run(
    work: Work[Item, Result],
    items: Iterable[Item],
    pace: Pace = Pace(),
    *,
    recall: Recall = lambda item: None,
    prepare: Callable[[], None] = nothing,
    send: Callable[[Result], Any] = itself,
) -> Iterator[Result | Unexamined]:
    """The result for each document, in order, whatever the number of worker processes.

    A document that cannot be examined, takes too long or kills its worker gives an `Unexamined`;
    the others are still processed. ``recall`` returns a result already known, otherwise ``None``.
    ``prepare`` is called once per process, before its first document and outside its time limit.
    ``send`` converts a result to what a worker process sends instead. Usage and policy errors end
    the run.

    With one job and few documents, the work is done in this process: starting a worker takes longer
    than some documents do, but with a worker a crash caused by a document ends only the worker.
    """
    items = iter(items)
    first = list(islice(items, FEW + 1)) if pace.jobs <= 1 else []
    items = chain(first, items)
    if pace.jobs <= 1 and len(first) <= FEW:
        is_prepared = False
        for item in items:
            known = recall(item)
            if known is None and not is_prepared:
                prepare()
                is_prepared = True
            yield guarded(work, item, pace.timeout) if known is None else known
        return
    from redact.batch.dispatcher import (
        Dispatcher,  # few documents need none of it, and start sooner
    )
    from redact.batch.worker import Orders

    orders = Orders(work, pace.timeout, prepare, send)
    dispatcher = Dispatcher(orders, items, pace.jobs, recall)
    try:
        yield from dispatcher.results()
    finally:
        dispatcher.stop_workers()
