"""Checking many documents: each on its own, then those that are copies of one message together."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from redact.batch.check import Checked, CheckSettings, Outcomes, check_source, parsed
from redact.batch.guard import guarded
from redact.batch.inputs import Input
from redact.batch.pool import Pace, run
from redact.batch.siblings import Siblings, crowded, same_message
from redact.batch.spool import Packed, pack
from redact.documents.model import Document
from redact.findings import (
    Authority,
    ExaminedDocument,
    Finding,
    Label,
    Notice,
    Severity,
    Unexamined,
    Waiver,
)
from redact.policy.load import load_policy
from redact.sources import Edit, Span
from redact.values import dataclass

if TYPE_CHECKING:
    from redact.batch.cached import Cache
    from redact.batch.store import Store

_NONE = 0
"""Represents the absence of a message number."""
_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (Authority, Checked, Edit, ExaminedDocument, Finding, Label, Severity, Span, Waiver)
}


def check_all(
    settings: CheckSettings,
    documents: Sequence[Input],
    pace: Pace = Pace(),
    watch: Callable[[Iterator[Any]], Iterable[Any]] = iter,
    store: Store | None = None,
) -> Outcomes:
    """The outcome for each document, in order.

    Documents with the same message number are checked again together after all others are done.
    ``watch`` wraps the stream of outcomes, to show progress. A ``store`` keeps outcomes for later
    runs.
    """
    outcomes = Outcomes()
    # An eight-byte number for each document; equal message numbers give equal ones.
    numbers = array("q")
    for result in watch(_done(settings, documents, pace, store)):
        outcomes.append(result.packed if isinstance(result, _Sent) else result)
        message = None if isinstance(result, Unexamined) else result.message
        numbers.append(hash(message) if message else _NONE)
    siblings = Siblings(documents, partial(parsed, settings))
    groups = list(_same_message(numbers, outcomes))
    for members in groups:
        for index in members:
            again = partial(_check_input, settings, siblings=siblings.of(index, members))
            outcomes[index] = guarded(again, documents[index], pace.timeout)
    note = crowded(groups)
    outcomes.notices = (Notice(note),) if note else ()
    return outcomes


@dataclass(frozen=True, slots=True)
class _Sent:
    """An outcome as sent by a worker process; ``entry`` is what a store keeps of it."""

    message: str | None
    packed: Packed
    sha256: str
    entry: bytes = b""


def _sent(checked: Checked) -> _Sent:
    return _Sent(checked.message, pack(checked), checked.document.sha256)


def _sent_with_entry(checked: Checked) -> _Sent:
    from redact.batch.frozen_json import to_json  # a check without a store starts without JSON

    return dataclasses.replace(_sent(checked), entry=to_json(checked))


def _same_message(numbers: array[int], outcomes: Outcomes) -> Iterator[list[int]]:
    """The indexes of documents that share a message number, for each number with several."""
    ordered = sorted(numbers)
    shared = {one for one, next_one in pairwise(ordered) if one == next_one} - {_NONE}
    indexes = [index for index, number in enumerate(numbers) if number in shared]
    messages = (outcome.message for i in indexes if isinstance(outcome := outcomes[i], Checked))
    for members in same_message(messages):
        yield [indexes[member] for member in members]


def _done(
    settings: CheckSettings, documents: Sequence[Input], pace: Pace, store: Store | None
) -> Iterator[Any]:
    work = partial(_check_input, settings)
    if store is None:
        return run(work, documents, pace, send=_sent)
    from redact.batch.cached import run_cached

    return run_cached(work, documents, _cache(settings, store), pace, send=_sent_with_entry)


def _check_input(
    settings: CheckSettings, document: Input, siblings: tuple[Document, ...] = ()
) -> Checked:
    return check_source(settings, document.read(), siblings)


def _cache(settings: CheckSettings, store: Store) -> Cache[Input, Checked | _Sent]:
    from redact.batch.cached import Cache
    from redact.batch.frozen_json import to_json
    from redact.batch.store import key_of

    policy = load_policy(settings.policy).sha256 if settings.policy else None
    common = key_of("checked", dataclasses.astuple(settings), policy).hex()

    def key_after(item: Input, result: Checked | _Sent) -> bytes:
        sha256 = result.sha256 if isinstance(result, _Sent) else result.document.sha256
        return key_of(common, item.name, sha256)

    return Cache(
        store=store,
        key_of=lambda item: key_of(common, item.name, item.digest()),
        key_after=key_after,
        entry_of=lambda result: result.entry if isinstance(result, _Sent) else to_json(result),
        classes=_CLASSES,
        result=Checked,
    )
