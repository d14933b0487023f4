"""Which numbers at line starts are the numbers of main paragraphs.

A telegram is full of lines that start with a number and a full stop: lists inside a paragraph,
figures and dates put there by a line wrap, paragraphs of a quoted text. A number followed by a
portion mark is a paragraph. Any other must fit the sequence: it is the next number (or repeats one
or skips a few), comes after the end of a sentence, and what follows continues from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from redact.values import dataclass

FARTHEST_GAP = 10
"""Numbers that may be missing before an unmarked paragraph (renumbering slips, lost sections)."""

_HIGHEST_FIRST = 99
"""A higher number before the text that no other continues is the telegram's own number."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that starts with a number as paragraphs do.

    ``marked``: a portion mark follows. ``well_placed``: the text before it, if any, ends with a
    sentence. ``after_blank``: a blank line or page break precedes it. ``introduced``: the text
    before ends with a colon and is more than a heading. ``first``: no text precedes it.
    ``quoted``: it is between BEGIN TEXT and END TEXT.
    """

    number: int
    marked: bool
    well_placed: bool
    after_blank: bool
    introduced: bool
    first: bool
    quoted: bool


def main_paragraphs(lines: Sequence[Numbered]) -> tuple[int, ...]:
    """Indexes of the lines that are main paragraphs."""
    next_same, next_one = _next_same(lines), _next_one(lines)
    chosen: list[int] = []
    current: int | None = None
    item: int | None = None  # the next number of the current list
    quoted_list = False
    for index, line in enumerate(lines):
        number = line.number
        if not line.quoted:
            quoted_list = False
        if line.marked and not line.quoted:
            chosen.append(index)
            current, item = number, None
            continue
        if line.quoted and (quoted_list or number == 1 or number != (current or 0) + 1):
            # A quoted text numbers its own paragraphs; a quotation of whole paragraphs continues.
            quoted_list = True
            continue
        if line.marked:
            chosen.append(index)
            current, item = number, None
            continue
        if item == number and not _belongs_to_text(lines, index, current, next_same, next_one):
            item = number + 1
            continue
        if not line.well_placed and not _is_due(lines, index, current, next_same, next_one):
            if number == 1 or item == number:
                item = number + 1
            continue
        if _is_main(lines, index, current, next_one):
            chosen.append(index)
            current, item = number, None
        elif number == 1:
            item = 2
    return tuple(_with_garbled(lines, chosen))


def _belongs_to_text(
    lines: Sequence[Numbered],
    index: int,
    current: int | None,
    next_same: Sequence[int | None],
    next_one: Sequence[int],
) -> bool:
    """Whether a number that would continue a list is instead the next main paragraph.

    It is when it is the number due and does not occur again; or when only it, and not the list, is
    set off by a blank line.
    """
    line = lines[index]
    if current is None or line.number != current + 1:
        return False
    if not line.well_placed and not line.after_blank:
        return False
    following = next_same[index]
    if following is not None and following < next_one[index] and lines[following].well_placed:
        return line.after_blank and not lines[index - 1].after_blank
    return line.after_blank or not lines[index - 1].after_blank


def _is_due(
    lines: Sequence[Numbered],
    index: int,
    current: int | None,
    next_same: Sequence[int | None],
    next_one: Sequence[int],
) -> bool:
    """Whether a number set off by a blank line is the next one and does not occur again.

    The text before it may be a table, a list, or a sentence cut by a page break.
    """
    line = lines[index]
    if not line.after_blank or line.number != (current or 0) + 1:
        return False
    following = next_same[index]
    return following is None or following >= next_one[index] or not lines[following].well_placed


def _is_main(
    lines: Sequence[Numbered], index: int, current: int | None, next_one: Sequence[int]
) -> bool:
    line = lines[index]
    number = line.number
    if current is None:
        if line.introduced or (number > _HIGHEST_FIRST and not _continues(lines, index)):
            return False
        return number == 1 or line.first or line.after_blank
    if number == current + 1:
        return True
    if not current - 1 <= number <= current + FARTHEST_GAP or number == 1:
        return False
    due = _next_of(lines, index, current + 1, next_one[index])
    if number > current:
        # It is a gap only if the skipped numbers do not follow later.
        return due is None and (line.after_blank or _continues(lines, index))
    return line.after_blank and (due is not None or number == current)


def _continues(lines: Sequence[Numbered], index: int) -> bool:
    """Whether the next number after this one follows later."""
    return any(line.number == lines[index].number + 1 for line in lines[index + 1 : index + 4])


def _next_of(lines: Sequence[Numbered], index: int, number: int, stop: int) -> int | None:
    """Index of the next well-placed line with ``number``, at most 40 lines on."""
    for later in range(index + 1, min(stop, index + 40, len(lines))):
        if lines[later].number == number and lines[later].well_placed:
            return later
    return None


def _next_same(lines: Sequence[Numbered]) -> list[int | None]:
    """For each line the index of the next one with the same number."""
    seen: dict[int, int] = {}
    found: list[int | None] = [None] * len(lines)
    for index in range(len(lines) - 1, -1, -1):
        found[index] = seen.get(lines[index].number)
        seen[lines[index].number] = index
    return found


def _next_one(lines: Sequence[Numbered]) -> list[int]:
    """For each line the index of the next one numbered 1, or the number of lines."""
    nearest = len(lines)
    found = [nearest] * len(lines)
    for index in range(len(lines) - 1, -1, -1):
        found[index] = nearest
        if lines[index].number == 1:
            nearest = index
    return found


def _with_garbled(lines: Sequence[Numbered], chosen: Sequence[int]) -> list[int]:
    """``chosen`` plus the lines whose number lost a digit: 21, ``2``, 23."""
    result = list(chosen[:1])
    for before, after in pairwise(chosen):
        missing = lines[before].number + 1
        if lines[after].number == missing + 1:
            result += [
                index
                for index in range(before + 1, after)
                if lines[index].after_blank
                and lines[index].well_placed
                and not lines[index].quoted
                and _lost_a_digit(str(lines[index].number), str(missing))
            ][:1]
        result.append(after)
    return result


def _lost_a_digit(written: str, meant: str) -> bool:
    return len(written) == len(meant) - 1 and any(
        meant[:i] + meant[i + 1 :] == written for i in range(len(meant))
    )
