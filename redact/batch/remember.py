"""Doing a piece of work on many documents, but not what a store remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic

from redact.batch.guard import Item, Result, Work
from redact.batch.plain import from_json, to_json
from redact.batch.pool import TIMEOUT, run
from redact.batch.store import Store
from redact.findings import Unexamined


@dataclass(frozen=True, slots=True)
class Pace:
    """How documents are worked on: ``jobs`` processes, ``timeout`` seconds for each document."""

    jobs: int = 1
    timeout: float | None = TIMEOUT


@dataclass(frozen=True, slots=True)
class Memory(Generic[Item, Result]):
    """Where results are remembered.

    ``key_of`` gives the key of a document before it is worked on, ``None`` when it cannot be read,
    and ``key_after`` the key by what the work has seen: a file may change in between. ``classes``
    are the values that results are made of. ``accepts`` may refuse a remembered result.
    """

    store: Store
    key_of: Callable[[Item], bytes | None]
    key_after: Callable[[Item, Result], bytes]
    classes: Mapping[str, type]
    accepts: Callable[[Item, Result], bool] = lambda item, result: True


def run_remembering(
    work: Work[Item, Result],
    items: Iterable[Item],
    memory: Memory[Item, Result],
    pace: Pace,
) -> Iterator[Result | Unexamined]:
    """The result for each document as `run` gives it, those of earlier runs from the store."""
    on_their_way: list[tuple[Item, bool]] = []

    def recall(item: Item) -> Result | None:
        known = _recalled(item, memory)
        on_their_way.append((item, known is not None))
        return known

    for result in run(work, items, pace.jobs, timeout=pace.timeout, recall=recall):
        item, is_known = on_their_way.pop(0)
        if not is_known and not isinstance(result, Unexamined):
            memory.store.put(memory.key_after(item, result), to_json(result))
        yield result


def _recalled(item: Item, memory: Memory[Item, Result]) -> Result | None:
    key = memory.key_of(item)
    data = memory.store.get(key) if key is not None else None
    if data is None:
        return None
    try:
        result: Any = from_json(data, memory.classes)
    except (ValueError, KeyError, TypeError):
        return None
    return result if memory.accepts(item, result) else None
