"""Doing one thing to many documents, here or in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from redact.batch.guard import Item, Recall, Result, Work, guarded
from redact.findings import Unexamined
from redact.values import dataclass

FEW = 50
"""Documents that one job does without a worker process."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How documents are worked on: ``jobs`` processes, ``timeout`` seconds for each document.

    Unless the user says otherwise a file of 200 MB ends in time.
    """

    jobs: int = 1
    timeout: float | None = 600.0


def nothing() -> None:
    """What work needs that needs nothing."""


def itself(result: Result) -> Result:
    """The result, as worker processes send it unless told otherwise."""
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
    """The result for each document, in their order, whatever the number of worker processes.

    A document that cannot be examined, takes too long or ends its worker gives an `Unexamined`; the
    others are still done. ``recall`` gives results that are known already, ``None`` for the others.
    ``prepare`` is done once in each process, before its first document and outside its time.
    ``send`` makes of a result what a worker process sends in its place. Errors of usage or policy
    end the run.

    One job is done in this very process when the documents are few; a worker process takes longer
    to start than some documents take, but only it dies of a document that crashes it.
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
    from redact.batch.crew import Crew  # few documents need none of it, and start sooner
    from redact.batch.worker import Orders

    orders = Orders(work, pace.timeout, prepare, send)
    crew = Crew(orders, items, pace.jobs, recall)
    try:
        yield from crew.results()
    finally:
        crew.dismiss()
