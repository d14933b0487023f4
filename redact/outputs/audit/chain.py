"""The chain of records: each holds the hash of the previous one."""

from __future__ import annotations

from collections.abc import Iterable

from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Chain:
    """The state of the chain: whether it is intact, and the hash of its last record.

    ``head`` is ``None`` where the chain is broken or empty.
    """

    is_whole: bool
    head: str | None


def follow_chain(links: Iterable[tuple[str | None, str | None]]) -> Chain:
    """The chain through the records, from the one without a previous record to the last.

    A link is the hash that a record gives for the previous one, and the hash of the record itself.
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
