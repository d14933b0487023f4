"""Marked parts of a paragraph: bullets, lettered and quoted parts with marks of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.documents.lines import BLANK, TextLine
from redact.documents.model import Portion
from redact.documents.portion_marks import FoundMark, find_mark
from redact.documents.portion_starts import PortionStart
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.patterns import pattern

_BULLET = pattern(
    rf"{BLANK}{{0,40}}(?:(?P<letter>\(?(?:[A-Za-z]|[ivxIVX]{{1,5}}|\d{{1,3}}[A-Za-z]?)[.)])"
    rf"|[-\u2013\u2014*\u2022\u00b7o]{{1,3}}|){BLANK}{{0,20}}(?=[(\[\uff08])"
)
_BLANK_LINE = pattern(rf"(?:\r\n|\r(?!\n)|\n){BLANK}{{0,200}}(?:\r\n|\r|\n)")
_LIST_LETTERS = {"C": "BD", "S": "RT", "U": "TV", "R": "QS", "D": "CE"}
_NEAR = 1500
"""Code points around a bracketed letter among which the other letters of its list stand."""


def mark_after_bullet(
    text: str, line: TextLine, register: Register
) -> tuple[str | None, FoundMark] | None:
    """Letter and mark at the head of a line, after a bullet or a letter of a list."""
    head = line.head[:12]
    if not ("(" in head or "[" in head or not head.isascii()):
        return None
    match = _BULLET.match(text, line.start, line.end)
    mark = find_mark(text, match.end(), line.end, register) if match else None
    if match is None or mark is None:
        return None
    return (match["letter"].strip("().") if match["letter"] else None), mark


def sub_paragraph_starts(
    text: str, parent: Portion, lines: Sequence[TextLine], register: Register
) -> list[tuple[PortionStart, int]]:
    """Where the marked parts of a paragraph begin and end.

    Each goes up to the next one. One marked lower than its paragraph ends at a blank line already:
    text behind that may belong to the paragraph again, and must not be handled at the lower level.
    """
    starts: list[PortionStart] = []
    for line in lines:
        if not parent.span.start < line.start < parent.span.end:
            continue
        found = mark_after_bullet(text, line, register)
        if found is not None and not is_list_letter(text, parent, line, found[1]):
            starts.append(PortionStart(line.start, found[1].span.end, found[0], found[1]))
    if not starts:
        return []
    ends = [start.offset for start in starts[1:]] + [parent.span.end]
    return [
        (start, _end_of_passage(text, start.offset, end) if _is_lower(start.mark, parent) else end)
        for start, end in zip(starts, ends, strict=True)
    ]


def _is_lower(mark: FoundMark | None, parent: Portion) -> bool:
    own = mark.marking.level if mark and mark.marking else None
    whole = parent.marking.level if parent.marking else "TOP SECRET"
    return level_rank(own) < level_rank(whole)


def _end_of_passage(text: str, start: int, stop: int) -> int:
    blank = _BLANK_LINE.search(text, start, stop)
    return blank.start() if blank else stop


def is_list_letter(text: str, parent: Portion, line: TextLine, mark: FoundMark) -> bool:
    """Whether brackets hold a letter of a list: (C) near (B), (S) between (R) and (T)."""
    neighbours = _LIST_LETTERS.get(mark.mark.upper())
    if neighbours is None:
        return False
    near = text[
        max(parent.span.start, line.start - _NEAR) : min(parent.span.end, line.end + _NEAR)
    ].upper()
    before = neighbours[0]
    return f"({before})" in near or re.search(rf"^\s*{before}[.)]", near, re.MULTILINE) is not None
