"""Doing one thing to many documents, here or in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from redact.batch.guard import Item, Recall, Result, Work, guarded
from redact.findings import Unexamined
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """How documents are worked on: ``jobs`` processes, ``timeout`` seconds for each document.

    Unless the user says otherwise a file of 200 MB ends in time.
    """

    jobs: int = 1
    timeout: float | None = 600.0


def nothing() -> None:
    """What work needs that needs nothing."""


def run(
    work: Work[Item, Result],
    items: Iterable[Item],
    pace: Pace = Pace(),
    *,
    recall: Recall = lambda item: None,
    prepare: Callable[[], None] = nothing,
) -> Iterator[Result | Unexamined]:
    """The result for each document, in their order, whatever the number of worker processes.

    A document that cannot be examined, takes too long or ends its worker gives an `Unexamined`; the
    others are still done. ``recall`` gives results that are known already, ``None`` for the others.
    ``prepare`` is done once in each process, before its first document and outside its time. Errors
    of usage or policy end the run.
    """
    if pace.jobs <= 1:
        is_prepared = False
        for item in items:
            known = recall(item)
            if known is None and not is_prepared:
                prepare()
                is_prepared = True
            yield guarded(work, item, pace.timeout) if known is None else known
        return
    from redact.batch.crew import Crew  # one process needs none of it, and starts sooner

    crew = Crew(work, iter(items), pace.jobs, pace.timeout, recall, prepare)
    try:
        yield from crew.results()
    finally:
        crew.dismiss()
