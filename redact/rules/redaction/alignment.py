"""Where two versions of a passage differ, in time that grows like their length."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from redact.values import dataclass

_ROUNDS = 12
"""Times that a stretch is divided; what still differs then is taken for different as a whole."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of the first version (``start`` to ``end``) and those that the second has there."""

    start: int
    end: int
    other_start: int
    other_end: int


def gaps(first: Sequence[str], second: Sequence[str], unfit: Collection[str] = ()) -> Iterator[Gap]:
    """The stretches in which two versions differ, in order.

    Words that occur once in a stretch of both versions, in the same order, align them (patience
    diff), except those that are ``unfit``. A diff that looks for the longest equal stretches takes
    hours where words repeat.
    """
    waiting = [(Gap(0, len(first), 0, len(second)), _ROUNDS)]
    while waiting:
        gap, rounds = waiting.pop()
        gap = _trimmed(first, second, gap)
        pairs = _anchors(first, second, gap, unfit) if rounds else []
        if not pairs:
            if gap.start < gap.end or gap.other_start < gap.other_end:
                yield gap
            continue
        begins = [(gap.start, gap.other_start), *((a + 1, b + 1) for a, b in pairs)]
        ends = [*pairs, (gap.end, gap.other_end)]
        parts = [Gap(b[0], e[0], b[1], e[1]) for b, e in zip(begins, ends, strict=True)]
        waiting += [(part, rounds - 1) for part in reversed(parts)]


def _trimmed(first: Sequence[str], second: Sequence[str], gap: Gap) -> Gap:
    """The gap without the equal words at its ends."""
    start, end, other_start, other_end = gap.start, gap.end, gap.other_start, gap.other_end
    while start < end and other_start < other_end and first[start] == second[other_start]:
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and first[end - 1] == second[other_end - 1]:
        end, other_end = end - 1, other_end - 1
    return Gap(start, end, other_start, other_end)


def _anchors(
    first: Sequence[str], second: Sequence[str], gap: Gap, unfit: Collection[str]
) -> list[tuple[int, int]]:
    """Positions of words that occur once on either side: the longest series in the same order."""
    counts = Counter(first[gap.start : gap.end])
    other = range(gap.other_start, gap.other_end)
    others = Counter(second[gap.other_start : gap.other_end])
    place = {second[n]: n for n in other if others[second[n]] == 1}
    words = ((n, first[n]) for n in range(gap.start, gap.end) if counts[first[n]] == 1)
    return _longest_increasing([(n, place[w]) for n, w in words if w in place and w not in unfit])


def _longest_increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of some pairs whose second members rise; the first ones do."""
    last: list[int] = []
    lowest: list[int] = []
    before: list[int | None] = []
    for index, (_, value) in enumerate(pairs):
        length = bisect_left(lowest, value)
        before.append(last[length - 1] if length else None)
        lowest[length : length + 1] = [value]
        last[length : length + 1] = [index]
    rise = []
    at = last[-1] if last else None
    while at is not None:
        rise.append(pairs[at])
        at = before[at]
    return rise[::-1]
