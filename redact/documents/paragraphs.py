"""The body of a document as portions: paragraphs, marked sub-paragraphs, headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from redact.documents.lines import TextLine, trimmed
from redact.documents.model import Block, Portion
from redact.documents.numbering import Numbered, main_paragraphs
from redact.documents.portion_marks import (
    FoundMark,
    find_damaged_mark,
    find_entire_text,
    find_mark,
)
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.sources import Span

_NUMBER = re.compile(
    r"[ \t\u00a0]{0,40}(?:\u00b6[ \t]?)?(?P<number>\d{1,3})(?P<stop>[ \t]?\.{1,2}|[ \t]?,(?=[ \t]*\()|[ \t]?\)(?=[ \t]*\()|(?=[ \t]?\())(?!\d)"
)
_PILCROW = re.compile(r"[ \t\u00a0]{0,40}\u00b6[ \t]?(?=\()")
_BULLET = re.compile(
    r"[ \t\u00a0]{0,40}(?:(?P<letter>\(?(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2}[A-Za-z]?)[.)])|[-\u2013\u2014*\u2022o]{1,3}|)[ \t\u00a0]{0,20}(?=[(\[\uff08])"
)
_RUN_ON = re.compile(
    r"(?<=[.!?:;\"')\]])[ \t]{1,8}(?P<number>\d{1,3})\.[ \t]{0,4}(?=\([A-Z/ -]{1,24}\))"
)
_SENTENCE_END = frozenset(".!?:;\"')]-_=*/>\u201d\u2019\u2026")
_UNDERLINE = re.compile(r"[-=_~*]{3,}$")
_BLOCK_SIGN = re.compile(r"\W{0,3}(?:BEGIN|END)\b", re.IGNORECASE)
_NEAR = 1500
"""Code points around a bracketed letter among which the other letters of its list stand."""
_ENDS_A_PASSAGE = re.compile(r"\bEND (?:OF )?[A-Z]+:$", re.IGNORECASE)
_LIST_LETTERS = {"C": "BD", "S": "RT", "U": "TV", "R": "QS", "D": "CE"}


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a portion begins: its number, mark, and place."""

    offset: int
    text_start: int
    number: str | None
    mark: FoundMark | None
    quoted: bool = False


def read_portions(
    text: str,
    body: Sequence[TextLine],
    blocks: Iterable[Block],
    register: Register,
) -> tuple[Portion, ...]:
    """The portions of the body lines, in the order they stand; together they hold all their text.

    Text before the first paragraph, and a body without paragraphs, are portions without a number.
    Marked sub-paragraphs follow their paragraph and lie inside its span.
    """
    written = [line for line in body if line.head]
    if not written:
        return ()
    quoted = [b.span for b in blocks if b.opened and b.closed and b.kind in _QUOTING]
    starts = _starts(text, body, written, quoted, register)
    end = written[-1].end
    if not starts or starts[0].offset > written[0].start:
        lead = written[0].start
        mark = find_mark(text, lead, written[0].end, register) if not starts else None
        mark = mark or _bare_mark(text, written[0], register)
        starts.insert(0, _Start(lead, mark.span.end if mark else lead, None, mark))
    portions: list[Portion] = []
    lines_from = 0
    for index, start in enumerate(starts):
        stop = starts[index + 1].offset if index + 1 < len(starts) else end
        span = trimmed(text, start.offset, _last_body_character(written, stop))
        portion = _portion(text, start, span)
        portions.append(portion)
        first = lines_from
        while lines_from < len(written) and written[lines_from].start < stop:
            lines_from += 1
        portions += _sub_paragraphs(text, portion, written[first:lines_from], register)
    return tuple(portions)


_QUOTING = frozenset(
    {"text", "quote", "translation", "message", "letter", "statement", "non-paper"}
)


def _last_body_character(written: Sequence[TextLine], stop: int) -> int:
    """End of the last body line that begins before ``stop``, but never beyond ``stop``."""
    low, high = 0, len(written)
    while low < high:
        middle = (low + high) // 2
        if written[middle].start < stop:
            low = middle + 1
        else:
            high = middle
    return min(stop, written[low - 1].end) if low else stop


def _portion(text: str, start: _Start, span: Span, kind: str = "paragraph") -> Portion:
    mark = start.mark
    return Portion(
        number=start.number,
        span=span,
        text_span=trimmed(text, min(start.text_start, span.end), span.end),
        kind=kind,
        mark=mark.mark if mark else None,
        mark_span=mark.span if mark else None,
        marking=mark.marking if mark and mark.defect is None else None,
        defect=mark.defect if mark else None,
        entire_text=mark.entire_text if mark else False,
        quoted=start.quoted,
    )


# -- main paragraphs ------------------------------------------------------------------------------


def _starts(
    text: str,
    body: Sequence[TextLine],
    written: Sequence[TextLine],
    quoted: Sequence[Span],
    register: Register,
) -> list[_Start]:
    """Where the main paragraphs, and marked portions without a number, begin."""
    found: list[tuple[_Start, Numbered]] = []
    before: TextLine | None = None
    blank = True
    text_lines = 0
    damaged: list[tuple[int, int, int]] = []
    where = 0
    for line in body:
        if not line.head:
            blank = True
            continue
        while where < len(quoted) and quoted[where].end <= line.start:
            where += 1
        in_quotation = where < len(quoted) and quoted[where].start < line.start
        match = _NUMBER.match(text, line.start, line.end) if _may_be_numbered(line.head) else None
        if match:
            mark = find_entire_text(text, match.end(), line.end, register) or find_mark(
                text, match.end(), line.end, register
            )
            if (
                match["stop"].strip() == "." * len(match["stop"].strip())
                and match["stop"].strip()
                or mark
            ):
                if mark is None:
                    damaged.append((len(found), match.end(), line.end))
                found.append(
                    (
                        _Start(
                            line.start,
                            mark.span.end if mark else match.end(),
                            match["number"],
                            mark,
                            in_quotation,
                        ),
                        Numbered(
                            number=int(match["number"]),
                            marked=mark is not None,
                            well_placed=blank
                            and before is None
                            or before is None
                            or before.head[-1] in _SENTENCE_END
                            or (blank and not before.head[-1].isalnum() and before.head[-1] != ","),
                            after_blank=blank or before is None,
                            introduced=before is not None
                            and before.head[-1] == ":"
                            and text_lines >= 2
                            and not _ENDS_A_PASSAGE.search(before.head),
                            first=before is None,
                            quoted=in_quotation,
                        ),
                    )
                )
        else:
            pilcrow = _PILCROW.match(text, line.start, line.end)
            mark = find_mark(text, pilcrow.end(), line.end, register) if pilcrow else None
            if mark:
                found.append(
                    (
                        _Start(line.start, mark.span.end, None, mark, in_quotation),
                        Numbered(0, True, True, True, False, False, in_quotation),
                    )
                )
        before, blank = line, False
        text_lines += 1
    marks_expected = any(start.mark for start, _ in found)
    for index, start, end in damaged:
        mark = find_damaged_mark(text, start, end, register, marks_expected=marks_expected)
        if mark:
            old, numbered = found[index]
            found[index] = (
                replace(old, mark=mark, text_start=mark.span.end),
                replace(numbered, marked=True),
            )
    chosen = main_paragraphs([numbered for _, numbered in found])
    starts = [found[index][0] for index in chosen]
    starts = [s if not s.quoted else replace(s, quoted=False) for s in starts]
    return _with_run_on(text, starts, written, register)


def _may_be_numbered(head: str) -> bool:
    return head[0].isdigit() or head[0] == "\u00b6"


def _with_run_on(
    text: str, starts: list[_Start], written: Sequence[TextLine], register: Register
) -> list[_Start]:
    """``starts`` and the marked paragraphs that begin in the middle of a line."""
    known = {start.offset for start in starts}
    more: list[_Start] = []
    for line in written:
        if line.end - line.start < 8:
            continue
        for match in _RUN_ON.finditer(text, line.start, line.end):
            mark = find_mark(text, match.end(), line.end, register)
            offset = match.start("number")
            if mark and offset not in known:
                more.append(_Start(offset, mark.span.end, match["number"], mark))
    return sorted(starts + more, key=lambda s: s.offset) if more else starts


# -- marked parts of a paragraph ------------------------------------------------------------------


def _bare_mark(text: str, line: TextLine, register: Register) -> FoundMark | None:
    """The mark at the head of a line after a bullet or letter, if any."""
    match = _BULLET.match(text, line.start, line.end)
    return find_mark(text, match.end(), line.end, register) if match else None


def _sub_paragraphs(
    text: str, parent: Portion, lines: Sequence[TextLine], register: Register
) -> list[Portion]:
    """The marked parts inside a paragraph, each up to the next one.

    One marked lower than its paragraph ends at a blank line already: text behind that may belong
    to the paragraph again, and must not be handled at the lower level.
    """
    starts: list[_Start] = []
    for line in lines:
        if line.start <= parent.span.start or line.start >= parent.span.end:
            continue
        match = (
            _BULLET.match(text, line.start, line.end)
            if "(" in line.head[:12] or "[" in line.head[:12]
            else None
        )
        mark = find_mark(text, match.end(), line.end, register) if match else None
        if match is None or mark is None or _is_list_letter(text, parent, line, mark):
            continue
        letter = match["letter"]
        starts.append(
            _Start(line.start, mark.span.end, letter.strip("().") if letter else None, mark)
        )
    portions: list[Portion] = []
    for index, start in enumerate(starts):
        stop = starts[index + 1].offset if index + 1 < len(starts) else parent.span.end
        if _is_lower(start.mark, parent):
            stop = _end_of_passage(text, start.offset, stop)
        portions.append(_portion(text, start, trimmed(text, start.offset, stop), "sub-paragraph"))
    return portions


def _is_lower(mark: FoundMark | None, parent: Portion) -> bool:
    own = mark.marking.level if mark and mark.marking else None
    whole = parent.marking.level if parent.marking else "TOP SECRET"
    return level_rank(own) < level_rank(whole)


_BLANK_LINE = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t\u00a0]{0,200}(?:\r\n|\r|\n)")


def _end_of_passage(text: str, start: int, stop: int) -> int:
    blank = _BLANK_LINE.search(text, start, stop)
    return blank.start() if blank else stop


def _is_list_letter(text: str, parent: Portion, line: TextLine, mark: FoundMark) -> bool:
    """Whether brackets hold a letter of a list: (C) after (B) or before (D)."""
    neighbours = _LIST_LETTERS.get(mark.mark.upper())
    if neighbours is None:
        return False
    letters = neighbours.lower() if mark.mark.islower() else neighbours
    before, after = letters[0], letters[1]
    near = text[max(parent.span.start, line.start - _NEAR) : min(parent.span.end, line.end + _NEAR)]
    # "b. (SBU)" and "B. Example" near by make no letter of a mark (C).
    return re.search(rf"\({before}\)|^\s*{before}\)", near, re.MULTILINE) is not None and (
        mark.mark.upper() != "S" or f"({after})" in near or f"({before})" in near
    )
