"""The second look at a whole set: plans or public copies, and the copies side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from redact.batch.assignment import Assignment
from redact.batch.copies import check_copies
from redact.batch.inputs import Input
from redact.batch.pool import Pace, run
from redact.batch.publish import Outcome, Product, publish_input
from redact.batch.remember import Memory, run_remembering
from redact.batch.results import CLASSES, made_again, product_key
from redact.batch.reviewed import plan_or_gate
from redact.batch.see_set import SeenSet, Watch, assignments, see_set
from redact.batch.settings import PublishSettings
from redact.batch.spool import Spool
from redact.batch.store import Store
from redact.findings import Unexamined
from redact.persons.known import KnownName
from redact.redaction.gate import Gated
from redact.redaction.record import record_bytes, with_release_findings
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class PublishedSet:
    """The outcome of a set. ``record`` gives the record of a document by its relative path: bytes
    that name no record before it.
    """

    outcomes: tuple[Outcome, ...]
    errors: tuple[Unexamined, ...]
    record: Callable[[str], bytes]


def plan_set(
    settings: PublishSettings,
    inputs: Sequence[Input],
    store: Store,
    pace: Pace,
    watch: Watch,
    ledger: Iterable[KnownName] = (),
) -> tuple[list[dict[str, Any] | Gated], tuple[Unexamined, ...]]:
    """The entries of a plan file for a set, or what forbids a copy; and what was not examined."""
    seen = see_set(settings, inputs, store, pace, watch, ledger)
    results = run(
        partial(plan_or_gate, settings),
        assignments(settings, seen, store),
        pace,
    )
    done = list(watch(results, len(seen.documents), "planning"))
    errors = (result for result in done if isinstance(result, Unexamined))
    plans = [result for result in done if not isinstance(result, Unexamined)]
    return plans, (*seen.errors, *errors)


def publish_set(
    settings: PublishSettings, seen: SeenSet, store: Store, pace: Pace, watch: Watch
) -> PublishedSet:
    """The public copies of a set, each proved, and what they show of one another.

    The copies lie in `unfinished` until their records are written.
    """
    examined_keys = {document.input.name: document.key for document in seen.documents}
    records: Spool[str] = Spool()
    places: dict[str, int] = {}

    def key_of(assignment: Assignment, *_: Product) -> bytes:
        return product_key(settings, assignment, examined_keys[assignment.name])

    def record_of(relative: str) -> dict[str, Any]:
        record: dict[str, Any] = json.loads(records[places[relative]])
        return record

    memory: Memory[Assignment, Product] = Memory(
        store=store,
        key_of=key_of,
        key_after=key_of,
        classes=CLASSES,
        result=Product,
        accepts=partial(made_again, settings),
    )
    work = partial(publish_input, settings)
    results = run_remembering(work, assignments(settings, seen, store), memory, pace)
    errors = list(seen.errors)
    outcomes: list[Outcome] = []
    for result in watch(results, len(seen.documents), "publishing"):
        if isinstance(result, Unexamined):
            errors.append(result)
        else:
            places[result.outcome.relative] = len(records)
            records.append(result.record)
            outcomes.append(result.outcome)
    inputs = {document.input.relative: document.input for document in seen.documents}
    changed = check_copies(settings, inputs, outcomes, record_of)

    def final_record(relative: str) -> bytes:
        if relative not in changed:
            return records[places[relative]].encode()
        source = inputs[relative].read()
        return record_bytes(with_release_findings(record_of(relative), source, changed[relative]))

    return PublishedSet(
        outcomes=tuple(
            replace(o, public_findings=changed.get(o.relative, o.public_findings)) for o in outcomes
        ),
        errors=tuple(errors),
        record=final_record,
    )
