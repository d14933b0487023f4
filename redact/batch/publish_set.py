"""The second pass over a whole set: plans or public copies, and comparison of the copies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from redact.batch.assignment import Assignment
from redact.batch.cached import Cache, run_cached
from redact.batch.copies import check_copies
from redact.batch.examine_set import ExaminedSet, Watch, assignments, examine_set
from redact.batch.inputs import Input
from redact.batch.pool import Pace, run
from redact.batch.publish import Outcome, Product, publish_input
from redact.batch.results import CLASSES, product_key, restore_copy
from redact.batch.reviewed import plan_or_gate
from redact.batch.settings import PublishSettings
from redact.batch.spool import Spool
from redact.batch.store import Store
from redact.errors import UnreadableError
from redact.findings import Unexamined
from redact.persons.known import KnownName
from redact.redaction.gate import Gated
from redact.redaction.record import record_bytes, with_release_findings
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class PublishedSet:
    """The outcome of a set. ``record`` returns the bytes of a document's record by relative path,
    without the hash of a previous record.
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
    """The plan file entries for a set, or what forbids a copy; and the unexamined documents."""
    seen = examine_set(settings, inputs, store, pace, watch, ledger)
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
    settings: PublishSettings, seen: ExaminedSet, store: Store, pace: Pace, watch: Watch
) -> PublishedSet:
    """Write and prove the public copies of a set, and find what they reveal about one another.

    The copies are in `unfinished` until their records are written.
    """
    examined_keys = {document.input.name: document.key for document in seen.documents}

    def key_of(assignment: Assignment, *_: Product) -> bytes:
        return product_key(settings, assignment, examined_keys[assignment.name])

    cache: Cache[Assignment, Product] = Cache(
        store=store,
        key_of=key_of,
        key_after=key_of,
        classes=CLASSES,
        result=Product,
        accepts=partial(restore_copy, settings),
    )
    work = partial(publish_input, settings)
    results = run_cached(work, assignments(settings, seen, store), cache, pace)
    errors = list(seen.errors)
    outcomes: list[Outcome] = []
    records = _Records()
    for result in watch(results, len(seen.documents), "publishing"):
        if isinstance(result, Unexamined):
            errors.append(result)
        else:
            records.put(result.outcome.relative, result.record)
            outcomes.append(result.outcome)
    inputs = {document.input.relative: document.input for document in seen.documents}
    while True:
        try:
            return _side_by_side(settings, inputs, outcomes, errors, records)
        except UnreadableError as error:
            lost = [o for o in outcomes if inputs[o.relative].name == error.where]
            if not lost:
                raise
            # It has just vanished or changed: it gets no copy, and the others are compared again.
            errors += [Unexamined(o.document.path, error.what, error.hint) for o in lost]
            outcomes = [o for o in outcomes if o not in lost]


def _side_by_side(
    settings: PublishSettings,
    inputs: Mapping[str, Input],
    outcomes: Sequence[Outcome],
    errors: Sequence[Unexamined],
    records: _Records,
) -> PublishedSet:
    """The set with the findings from comparing its copies. Raises `UnreadableError` when an
    original has changed.
    """
    changed = check_copies(settings, inputs, outcomes, records.read)
    final = records.copy()
    for outcome in outcomes:
        relative = outcome.relative
        if relative in changed:
            source = inputs[relative].read_again(outcome.document.sha256)
            record = with_release_findings(records.read(relative), source, changed[relative])
            final.put(relative, record_bytes(record).decode())
    return PublishedSet(
        outcomes=tuple(
            replace(o, public_findings=changed.get(o.relative, o.public_findings)) for o in outcomes
        ),
        errors=tuple(errors),
        record=final.bytes_of,
    )


class _Records:
    """The texts of records by the relative paths of their documents, partly kept on disk."""

    def __init__(self) -> None:
        self._texts: Spool[str] = Spool(lambda text: 1 + len(text) // 1000)
        self._places: dict[str, int] = {}

    def put(self, relative: str, text: str) -> None:
        """Store a text, replacing an earlier one for the same document."""
        self._places[relative] = len(self._texts)
        self._texts.append(text)

    def copy(self) -> _Records:
        """An independent copy with the same texts."""
        other = _Records()
        other._texts, other._places = self._texts, dict(self._places)
        return other

    def bytes_of(self, relative: str) -> bytes:
        """The record of a document as bytes."""
        return self._texts[self._places[relative]].encode()

    def read(self, relative: str) -> dict[str, Any]:
        """The record of a document."""
        record: dict[str, Any] = json.loads(self.bytes_of(relative))
        return record
