"""A whole set: the names of every document first, then the copies, then the copies side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from redact.batch.assignment import Assignment
from redact.batch.copies import check_copies
from redact.batch.examine import Examined, examine_input, load_names, withheld_names
from redact.batch.inputs import Input
from redact.batch.people import People
from redact.batch.plain import from_json
from redact.batch.pool import Pace, run
from redact.batch.publish import Outcome, Product, publish_input
from redact.batch.remember import Memory, run_remembering
from redact.batch.results import CLASSES, examined_key, made_again, product_key
from redact.batch.reviewed import plan_or_gate
from redact.batch.settings import PublishSettings
from redact.batch.store import Store
from redact.errors import UnreadableError, UsageError
from redact.findings import Unexamined
from redact.persons.known import KnownName
from redact.redaction.gate import Gated
from redact.redaction.record import with_release_findings
from redact.sources import Source

Watch = Callable[[Iterator[Any], int, str], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A document whose findings and names are in the store under ``key``; ``known`` are persons
    of the set, not its own, whose surname stands in it.
    """

    input: Input
    key: bytes
    known: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class SeenSet:
    """The documents of a set that could be examined, those that could not be, and the persons whom
    the set withholds.
    """

    documents: tuple[SeenDocument, ...]
    errors: tuple[Unexamined, ...]
    people: tuple[KnownName, ...]


@dataclass(frozen=True, slots=True)
class PublishedSet:
    """What came of a set. ``record`` gives the record of a document by its relative path."""

    outcomes: tuple[Outcome, ...]
    errors: tuple[Unexamined, ...]
    record: Callable[[str], dict[str, Any]]


def see_set(
    settings: PublishSettings,
    inputs: Sequence[Input],
    store: Store,
    pace: Pace,
    watch: Watch,
    ledger: Iterable[KnownName] = (),
) -> SeenSet:
    """Who is withheld in a set, and whom of them each document should be searched for.

    ``ledger`` are persons known from earlier sets. ``watch`` sees the results go by.
    """
    memory: Memory[Input, Examined] = Memory(
        store=store,
        key_of=lambda item: examined_key(settings, item, item.digest()),
        key_after=lambda item, seen: examined_key(settings, item, seen.document.sha256),
        classes=CLASSES,
    )
    results = run_remembering(partial(examine_input, settings), inputs, memory, pace, load_names)
    people = People(ledger)
    errors: list[Unexamined] = []
    seen: list[tuple[Input, bytes, frozenset[KnownName]]] = []
    for item, result in zip(inputs, watch(results, len(inputs), "finding names"), strict=True):
        source = result if isinstance(result, Unexamined) else _read(item)
        if isinstance(source, Unexamined):
            errors.append(source)
            continue
        own = withheld_names(settings, source, result)
        people.add(own)
        seen.append((item, memory.key_after(item, result), own))
    # Only now is it known whom to look for.
    met: list[frozenset[KnownName] | Unexamined] = []
    for item, _, own in seen:
        source = _read(item)
        met.append(source if isinstance(source, Unexamined) else people.look(source.text) - own)
    return SeenSet(
        documents=tuple(
            SeenDocument(item, key, tuple(people.sure_of(names)))
            for (item, key, _), names in zip(seen, met, strict=True)
            if not isinstance(names, Unexamined)
        ),
        errors=(*errors, *(names for names in met if isinstance(names, Unexamined))),
        people=tuple(people.sure_of(people.names)),
    )


def assignments(settings: PublishSettings, seen: SeenSet, store: Store) -> Iterator[Assignment]:
    """The documents of a set in order, each with what was seen in it."""
    for document in seen.documents:
        data = store.get(document.key)
        # Gone only when the file of the store was damaged meanwhile.
        examined = from_json(data, CLASSES) if data else examine_input(settings, document.input)
        yield Assignment(document.input, examined, document.known)


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
    product_keys: dict[str, bytes] = {}

    def key_of(assignment: Assignment, *_: Product) -> bytes:
        key = product_key(settings, assignment, examined_keys[assignment.name])
        product_keys[assignment.input.relative] = key
        return key

    def record_of(relative: str) -> dict[str, Any]:
        return _record(store, product_keys[relative])

    memory: Memory[Assignment, Product] = Memory(
        store=store,
        key_of=key_of,
        key_after=key_of,
        classes=CLASSES,
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
            outcomes.append(result.outcome)
    inputs = {document.input.relative: document.input for document in seen.documents}
    changed = check_copies(settings, inputs, outcomes, record_of)

    def final_record(relative: str) -> dict[str, Any]:
        record = record_of(relative)
        if relative not in changed:
            return record
        return with_release_findings(record, inputs[relative].read(), changed[relative])

    return PublishedSet(
        outcomes=tuple(
            replace(o, public_findings=changed.get(o.relative, o.public_findings)) for o in outcomes
        ),
        errors=tuple(errors),
        record=final_record,
    )


def _record(store: Store, key: bytes) -> dict[str, Any]:
    data = store.get(key)
    if data is None:
        raise UsageError(
            "results were lost while the command ran", "the store", "run the command again"
        )
    record: dict[str, Any] = from_json(data, CLASSES).record
    return record


def _read(item: Input) -> Source | Unexamined:
    try:
        return item.read()
    except UnreadableError as error:
        return Unexamined(item.name, error.what, error.hint)
