"""A set too large for one report, in volumes of so many documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.outputs.audit.results import Entry, Results, sum_up
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One volume of several: its number, how many there are, and what came of the whole set.

    ``first`` and ``last`` are the numbers of its documents in the set, ``first_deletion`` that of
    its first row of the index, all counted from 1 and on through the volumes.
    """

    number: int
    of: int
    first: int
    last: int
    first_deletion: int
    whole: Results


def divide(entries: Sequence[Entry], size: int) -> Iterator[Volume]:
    """The volumes of a set in order, each of ``size`` documents but the last.

    No document at all is one volume without any.
    """
    whole = sum_up(entries)
    of = count_volumes(len(entries), size)
    deletion = 1
    for number in range(1, of + 1):
        first = (number - 1) * size + 1
        last = min(number * size, len(entries))
        yield Volume(
            number=number, of=of, first=first, last=last, first_deletion=deletion, whole=whole
        )
        deletion += sum(entry.deletions for entry in entries[first - 1 : last])


def count_volumes(documents: int, size: int) -> int:
    """How many volumes of ``size`` hold so many documents; one where there are none."""
    return max(1, -(-documents // size))


def volume_name(stem: str, number: int, of: int) -> str:
    """The name of a volume's file: ``audit-2``; without a number where there is only one."""
    return stem if of == 1 else f"{stem}-{number}"
