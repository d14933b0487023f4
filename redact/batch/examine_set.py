"""The first pass over a whole set: who is withheld in it, and which documents belong together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from redact.batch.assignment import Assignment, Sibling
from redact.batch.cached import Cache, run_cached
from redact.batch.examine import ExaminedOriginal, examine_input, load_names, withheld_names
from redact.batch.frozen_json import from_json
from redact.batch.inputs import Input
from redact.batch.people import People
from redact.batch.pool import Pace
from redact.batch.results import CLASSES, examined_key, set_key
from redact.batch.settings import PublishSettings
from redact.batch.siblings import crowded, nearest, same_message
from redact.batch.store import Store
from redact.errors import UnreadableError
from redact.findings import Unexamined
from redact.persons.known import KnownName
from redact.sources import Source
from redact.values import dataclass

Watch = Callable[[Iterator[Any], int, str], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A document whose findings and names are in the store under ``key``; ``known`` are persons
    from other documents whose surname occurs in it; ``siblings`` are the other documents with the
    same message number, at most `MOST`.
    """

    input: Input
    key: bytes
    known: tuple[KnownName, ...]
    siblings: tuple[Sibling, ...]


@dataclass(frozen=True, slots=True)
class ExaminedSet:
    """The documents of a set that could be examined, those that could not, and the persons whom
    the set withholds. ``note`` is a message about the set.
    """

    documents: tuple[SetDocument, ...]
    errors: tuple[Unexamined, ...]
    people: tuple[KnownName, ...]
    note: str | None = None


def examine_set(
    settings: PublishSettings,
    inputs: Sequence[Input],
    store: Store,
    pace: Pace,
    watch: Watch,
    ledger: Iterable[KnownName] = (),
) -> ExaminedSet:
    """Who is withheld in a set, and which of them each document should be searched for.

    ``ledger`` are persons known from earlier sets. ``watch`` wraps the stream of results.
    """
    common = set_key(settings)
    cache: Cache[Input, ExaminedOriginal] = Cache(
        store=store,
        key_of=lambda item: examined_key(common, item, item.digest()),
        key_after=lambda item, seen: examined_key(common, item, seen.document.sha256),
        classes=CLASSES,
        result=ExaminedOriginal,
    )
    results = run_cached(
        partial(examine_input, settings),
        inputs,
        cache,
        pace,
        partial(load_names, settings.models),
    )
    people = People(ledger)
    errors: list[Unexamined] = []
    seen: list[_Seen] = []
    for item, result in zip(inputs, watch(results, len(inputs), "finding names"), strict=True):
        source = result if isinstance(result, Unexamined) else _read(item)
        if isinstance(source, Unexamined):
            errors.append(source)
            continue
        own = withheld_names(settings, source, result)
        people.add(own)
        sibling = Sibling(item, result.document.sha256)
        seen.append(_Seen(sibling, cache.key_after(item, result), own, result.message))
    # Only now is it known whom to look for.
    met = [(one, people.look(one.text) - one.own) for one in seen]
    groups = list(same_message(one.message for one in seen))
    siblings = _siblings(seen, groups)
    return ExaminedSet(
        documents=tuple(
            SetDocument(one.sibling.input, one.key, tuple(people.sure_of(names)), others)
            for (one, names), others in zip(met, siblings, strict=True)
        ),
        errors=tuple(errors),
        people=tuple(people.sure_of(people.names)),
        note=crowded(groups),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """A document while the set is read: ``own`` are the persons withheld in it."""

    sibling: Sibling
    key: bytes
    own: frozenset[KnownName]
    message: str | None

    @property
    def text(self) -> str:
        """The text, empty when the file has vanished: publishing reports that."""
        source = _read(self.sibling.input)
        return "" if isinstance(source, Unexamined) else source.text


def _siblings(seen: Sequence[_Seen], groups: Iterable[Sequence[int]]) -> list[tuple[Sibling, ...]]:
    siblings: list[tuple[Sibling, ...]] = [()] * len(seen)
    for members in groups:
        for index in members:
            siblings[index] = tuple(seen[n].sibling for n in nearest(members, index))
    return siblings


def assignments(settings: PublishSettings, seen: ExaminedSet, store: Store) -> Iterator[Assignment]:
    """The documents of a set in order, each with what was found in it."""
    for document in seen.documents:
        data = store.get(document.key)
        # Missing only when the store's file was damaged in the meantime.
        examined = from_json(data, CLASSES) if data else examine_input(settings, document.input)
        yield Assignment(document.input, examined, document.known, document.siblings)


def _read(item: Input) -> Source | Unexamined:
    try:
        return item.read()
    except UnreadableError as error:
        return Unexamined(item.name, error.what, error.hint)
