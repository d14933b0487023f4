"""Checking many documents: each for itself, then those that are copies of one message together."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from redact.batch.check import Checked, CheckSettings, Outcome, check_source, parsed
from redact.batch.guard import guarded
from redact.batch.inputs import Input
from redact.batch.pool import Pace, run
from redact.batch.siblings import Siblings, same_message
from redact.documents.model import Document
from redact.findings import (
    Authority,
    ExaminedDocument,
    Finding,
    Label,
    Severity,
    Unexamined,
    Waiver,
)
from redact.policy.load import load_policy
from redact.sources import Edit, Span

if TYPE_CHECKING:
    from redact.batch.remember import Memory
    from redact.batch.store import Store


def check_all(
    settings: CheckSettings,
    documents: Sequence[Input],
    pace: Pace = Pace(),
    watch: Callable[[Iterator[Outcome]], Iterable[Outcome]] = iter,
    store: Store | None = None,
) -> list[Outcome]:
    """The outcome for each document, in their order.

    Documents that carry the same message number are checked again knowing of one another, after
    all others are done. ``watch`` sees the outcomes go by, to show progress. A ``store`` remembers
    outcomes for the next run.
    """
    done = _done(settings, documents, pace, store)
    # Thousands of outcomes tell the same rules.
    rules: dict[tuple[str, ...], tuple[str, ...]] = {}
    outcomes: list[Outcome] = [
        outcome
        if isinstance(outcome, Unexamined)
        else dataclasses.replace(outcome, rules=rules.setdefault(outcome.rules, outcome.rules))
        for outcome in watch(done)
    ]
    siblings = Siblings(documents, partial(parsed, settings))
    numbers = [o.message if isinstance(o, Checked) else None for o in outcomes]
    for members in same_message(numbers):
        for index in members:
            others = siblings.of(index, members)
            again = guarded(
                partial(_check_input, settings, siblings=others), documents[index], pace.timeout
            )
            outcomes[index] = again
    return outcomes


def _done(
    settings: CheckSettings, documents: Sequence[Input], pace: Pace, store: Store | None
) -> Iterator[Outcome]:
    work = partial(_check_input, settings)
    if store is None:
        return run(work, documents, pace)
    from redact.batch.remember import run_remembering

    return run_remembering(work, documents, _memory(settings, store), pace)


def _check_input(
    settings: CheckSettings, document: Input, siblings: tuple[Document, ...] = ()
) -> Checked:
    return check_source(settings, document.read(), siblings)


def _memory(settings: CheckSettings, store: Store) -> Memory[Input, Checked]:
    from redact.batch.remember import Memory
    from redact.batch.store import key_of

    told = dataclasses.astuple(settings)
    policy = load_policy(settings.policy).sha256 if settings.policy else None

    def key(item: Input, sha256: str | None) -> bytes:
        return key_of("checked", item.name, sha256, told, policy)

    return Memory(
        store=store,
        key_of=lambda item: key(item, item.digest()),
        key_after=lambda item, checked: key(item, checked.document.sha256),
        classes=_CLASSES,
    )


_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (Authority, Checked, Edit, ExaminedDocument, Finding, Label, Severity, Span, Waiver)
}
