"""The body of a document as portions: paragraphs, marked sub-paragraphs, headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from redact.documents.lines import TextLine
from redact.documents.model import Block
from redact.documents.portion_model import Portion
from redact.documents.portions.headings import heading_above
from redact.documents.portions.portion_starts import PortionStart, make_portion, paragraph_starts
from redact.documents.portions.sub_paragraphs import (
    REPORT_FIELD,
    divide_portion,
    mark_after_bullet,
)
from redact.markings.register import Register
from redact.patterns import pattern

_QUOTING = frozenset(
    {"text", "quote", "translation", "message", "letter", "statement", "non-paper"}
)
"""Kinds of passage whose paragraphs are numbered separately."""
_MARKED_FIELD = pattern(rf"{REPORT_FIELD} ?\(")


def read_portions(
    text: str,
    body: Sequence[TextLine],
    blocks: Iterable[Block],
    register: Register,
    appended: frozenset[int] = frozenset(),
) -> tuple[Portion, ...]:
    """The portions of the body lines, in document order; together they hold all their text.

    Text before the first paragraph, and a body without paragraphs, are portions without a number.
    So is text after the end of a telegram, whose lines begin at the offsets ``appended``. Marked
    sub-paragraphs follow their paragraph and lie inside its span.
    """
    written = [line for line in body if line.head]
    if not written:
        return ()
    quoted = [b.span for b in blocks if b.opened and b.closed and b.kind in _QUOTING]
    starts = paragraph_starts(text, body, quoted, register)
    starts += _headings(text, body, starts, register)
    starts += _fields(text, body, starts, register)
    starts.sort(key=lambda start: start.offset)
    first = starts[0].offset if starts else written[-1].end
    before = [line for line in body if line.start < first and line.start not in appended]
    starts = [*_unnumbered(text, before, "paragraph", register), *starts]
    if appended:
        starts = _with_appended(text, body, starts, appended, register)
    line_starts = [line.start for line in written]
    places = frozenset(line_starts)
    marks_used = any(start.mark is not None for start in starts)
    portions: list[Portion] = []
    for index, start in enumerate(starts):
        stop = starts[index + 1].offset if index + 1 < len(starts) else written[-1].end
        to = bisect_left(line_starts, stop)
        end = min(stop, written[to - 1].end) if to else stop
        portion = make_portion(text, start, end)
        portions += divide_portion(text, portion, places, register, marks_used=marks_used)
    return tuple(portions)


def _with_appended(
    text: str,
    body: Sequence[TextLine],
    starts: Sequence[PortionStart],
    appended: frozenset[int],
    register: Register,
) -> list[PortionStart]:
    """``starts`` plus the starts of text after the end of the telegram, up to the next start."""
    found = list(starts)
    begun = {start.offset for start in starts}
    run: list[TextLine] = []
    numbered = False
    for line in body:
        if line.head and (line.start not in appended or line.start in begun):
            found += _unnumbered(text, run, "appended-text", register)
            run = []
            numbered = line.start in appended
        elif not numbered:
            run.append(line)
    found += _unnumbered(text, run, "appended-text", register)
    return sorted(found, key=lambda start: start.offset)


def _unnumbered(
    text: str, body: Iterable[TextLine], kind: str, register: Register
) -> list[PortionStart]:
    """Where portions without a number begin in text that no numbered paragraph holds.

    Each marked line begins one. It ends at a blank line unless a marked line follows: text after
    that is unmarked and must not be handled by the mark above it.
    """
    found: list[PortionStart] = []
    after_blank = True
    for line in body:
        if not line.head:
            after_blank = True
            continue
        marked = mark_after_bullet(text, line, register)
        if marked is not None:
            found.append(PortionStart(line.start, marked[1].span.end, marked[0], marked[1], kind))
        elif not found or (after_blank and found[-1].mark is not None):
            found.append(PortionStart(line.start, line.start, None, None, kind))
        after_blank = False
    return found


def _fields(
    text: str, body: Sequence[TextLine], starts: Sequence[PortionStart], register: Register
) -> list[PortionStart]:
    """Where the marked fields of an information report begin, and unmarked text between them."""
    if "DISSEM:" not in text and "SERIAL:" not in text:
        return []
    begun = {start.offset for start in starts}
    run: list[TextLine] = []
    found: list[PortionStart] = []
    for line in body:
        if line.start in begun:
            found += _unnumbered(text, run, "paragraph", register)
            run = []
        elif run or _MARKED_FIELD.match(line.head):
            run.append(line)
    return found + _unnumbered(text, run, "paragraph", register)


def _headings(
    text: str, body: Sequence[TextLine], starts: Sequence[PortionStart], register: Register
) -> list[PortionStart]:
    """Where the headings above paragraphs begin."""
    places = {line.start: index for index, line in enumerate(body) if line.head}
    taken = {start.offset for start in starts}
    found: list[PortionStart] = []
    for start in starts:
        index = places.get(start.offset)
        line = heading_above(body, index) if index is not None else None
        if line is None or line.start in taken:
            continue
        marked = mark_after_bullet(text, line, register)
        mark = marked[1] if marked else None
        text_start = mark.span.end if mark else line.start
        found.append(PortionStart(line.start, text_start, None, mark, "heading"))
    return found
