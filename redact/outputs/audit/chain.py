"""The chain of records: each names the hash of the one before it."""

from __future__ import annotations

from collections.abc import Iterable

from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Chain:
    """How the chain stands: whether it is whole, and the hash of its last record.

    ``head`` is ``None`` where the chain is broken or empty.
    """

    is_whole: bool
    head: str | None


def follow_chain(links: Iterable[tuple[str | None, str | None]]) -> Chain:
    """The chain through the records, from the one that has none before it to the last.

    A link is the hash a record names as the one before it, and the hash of the record itself.
    """
    given = list(links)
    after = dict(given)
    head: str | None = None
    for _ in given:
        if head not in after:
            return Chain(False, None)
        head = after[head]
    # Two records after the same one leave fewer links than records.
    return Chain(len(after) == len(given), head)
