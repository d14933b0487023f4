"""Dividing a set that is too large for one report into volumes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.outputs.audit.results import Entry, Results, sum_up
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """One volume of several: its number, how many there are, and the results of the whole set.

    ``first`` and ``last`` are the numbers of its documents in the set, ``first_deletion`` is that
    of its first index row; all count from 1 and continue through the volumes.
    """

    number: int
    of: int
    first: int
    last: int
    first_deletion: int
    whole: Results


def divide(entries: Sequence[Entry], size: int) -> Iterator[Volume]:
    """The volumes of a set in order, each with ``size`` documents except the last.

    A set without documents gives one empty volume.
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
    """How many volumes of ``size`` are needed for so many documents; at least one."""
    return max(1, -(-documents // size))


def volume_name(stem: str, number: int, of: int) -> str:
    """The name of a volume's file: ``audit-2``; without a number if there is only one."""
    return stem if of == 1 else f"{stem}-{number}"
