"""Doing work on many documents, except where a store already has the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic

from redact.batch.frozen_json import from_json, to_json
from redact.batch.guard import Item, Result, Work
from redact.batch.pool import Pace, itself, nothing, run
from redact.errors import UnreadableError
from redact.findings import Unexamined
from redact.values import dataclass

if TYPE_CHECKING:
    from redact.batch.store import Store


@dataclass(frozen=True, slots=True)
class Cache(Generic[Item, Result]):
    """How results are stored and looked up.

    ``key_of`` returns the key of a document before the work and ``key_after`` the key from what the
    work has read: a file may change in between. ``entry_of`` returns what to store of a result.
    ``classes`` are the value classes that results consist of, ``result`` is their own class.
    ``accepts`` may reject a stored result.
    """

    store: Store
    key_of: Callable[[Item], bytes]
    key_after: Callable[[Item, Result], bytes]
    classes: Mapping[str, type]
    result: type[Any]
    entry_of: Callable[[Result], bytes] = to_json
    accepts: Callable[[Item, Result], bool] = lambda item, result: True


def run_cached(
    work: Work[Item, Result],
    items: Iterable[Item],
    cache: Cache[Item, Result],
    pace: Pace,
    prepare: Callable[[], None] = nothing,
    send: Callable[[Any], Any] = itself,
) -> Iterator[Result | Unexamined]:
    """The result for each document as from `run`, taken from the store where it has one."""
    pending: list[tuple[Item, bool]] = []

    def recall(item: Item) -> Result | None:
        known = _stored_result(item, cache)
        pending.append((item, known is not None))
        return known

    for result in run(work, items, pace, recall=recall, prepare=prepare, send=send):
        item, is_known = pending.pop(0)
        if not is_known and not isinstance(result, Unexamined):
            cache.store.put(cache.key_after(item, result), cache.entry_of(result))
        yield result


def _stored_result(item: Item, cache: Cache[Item, Result]) -> Result | None:
    data = cache.store.get(cache.key_of(item))
    if data is None:
        return None
    try:
        result: Any = from_json(data, cache.classes)
        is_known = type(result) is cache.result and cache.accepts(item, result)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None  # whatever it is, it is not what we have written
    except UnreadableError:
        return None  # has vanished meanwhile: the work itself will report it
    return result if is_known else None
