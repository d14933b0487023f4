"""Doing one thing to many documents, here or in worker processes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from redact.batch.inputs import Input
from redact.errors import RedactError, UnreadableError
from redact.findings import Unexamined

Result = TypeVar("Result")
Work = Callable[[Input], Result]


def run(
    work: Work[Result], documents: Sequence[Input], jobs: int = 1
) -> Iterator[Result | Unexamined]:
    """The result for each document, in their order, whatever the number of worker processes.

    A document that cannot be examined gives an `Unexamined`; the others are still done. Errors of
    usage or policy end the run.
    """
    if jobs <= 1 or len(documents) <= 1:
        for document in documents:
            yield _guarded(work, document)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(documents)), mp_context=context) as pool:
        futures = [pool.submit(_guarded, work, document) for document in documents]
        for document, future in zip(documents, futures, strict=True):
            yield _outcome(work, document, future)


def _outcome(
    work: Work[Result], document: Input, future: Future[Result | Unexamined]
) -> Result | Unexamined:
    try:
        return future.result()
    except BrokenProcessPool:
        # One document killed a worker and took the pool along: try this one by itself.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            try:
                return pool.submit(_guarded, work, document).result()
            except BrokenProcessPool:
                return Unexamined(
                    document.name, "the worker process died on it", "is there enough memory?"
                )


def _guarded(work: Work[Result], document: Input) -> Result | Unexamined:
    try:
        return work(document)
    except UnreadableError as error:
        return Unexamined(document.name, error.what, error.hint)
    except RedactError:
        raise
    except MemoryError:
        return Unexamined(document.name, "there was not enough memory for it", "split the file")
    except Exception as error:
        # A defect of ours must not cost the user the other documents. The message of an unknown
        # exception may hold document text, so only its class is told.
        if os.environ.get("REDACT_DEBUG"):
            raise
        return Unexamined(
            document.name,
            f"internal error ({type(error).__name__})",
            "report it; REDACT_DEBUG=1 shows where it happened",
        )
