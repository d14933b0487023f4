"""Where the numbered paragraphs of a text begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_letters

from redact.documents.head.military_sets import TEXT_SET_BEGINS
from redact.documents.lines import BLANK, TextLine, trimmed
from redact.documents.portion_model import Portion
from redact.documents.portions.found_marks import FoundMark
from redact.documents.portions.numbering import Numbered, main_paragraphs
from redact.documents.portions.odd_marks import find_odd_mark
from redact.documents.portions.portion_marks import find_damaged_mark, find_entire_text, find_mark
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

# Compiled here because matches are distinguished by the pattern they come from.
_NUMBER = re.compile(
    rf"{BLANK}{{0,40}}(?:\u00b6{BLANK}?|{TEXT_SET_BEGINS}{BLANK}{{0,8}})?"
    rf"(?P<number>\d{{1,4}}|[\dl][\dlO]{{0,2}}(?=\.{BLANK}{{0,4}}\())"
    rf"(?P<stop>{BLANK}?\.{{1,2}}|{BLANK}?[,)](?={BLANK}{{0,4}}\()|(?={BLANK}?\())(?!\d)"
)
_YEAR = pattern(r"(?:19|20)\d\d$")
_NO_NUMBER = frozenset(ascii_letters) - {"R", "G", "l"}
"""First letters of lines that cannot begin with a number; R and G begin sets (RMKS, GENTEXT), and
scans read 1 as l."""
_SCANNED = str.maketrans("lO", "10")
"""Letters that a scan reads in place of digits."""
_PILCROW = pattern(rf"{BLANK}{{0,40}}\u00b6{BLANK}?(?=\()")
_STOP_AND_MARK = pattern(r"\.[ \t]{0,4}(?=\([A-Z/ -]{1,24}\))")
_NUMBER_BEFORE = pattern(r"(?<![\d.])\d{1,3}$")
SENTENCE_END = frozenset(".!?:;\"')]-_=*/>\u201d\u2019\u2026")
_ENDS_A_PASSAGE = pattern(r"\bEND (?:OF )?[A-Z]+:$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PortionStart:
    """Where a portion begins, its number and mark, and the offset at which its text begins."""

    offset: int
    text_start: int
    number: str | None
    mark: FoundMark | None
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A line that starts with a number: the portion it may begin, and its place in the text."""

    start: PortionStart
    standing: Numbered
    after_number: int
    line: TextLine


def make_portion(text: str, start: PortionStart, end: int, kind: str | None = None) -> Portion:
    """The portion from ``start`` up to ``end``, without white space at either end."""
    mark = start.mark
    span = trimmed(text, start.offset, end)
    return Portion(
        number=start.number,
        span=span,
        text_span=trimmed(text, min(start.text_start, span.end), span.end),
        kind=kind or start.kind,
        mark=mark.mark if mark else None,
        mark_span=mark.span if mark else None,
        marking=mark.marking if mark and mark.defect != "unclosed" else None,
        defect=mark.defect if mark else None,
        entire_text=mark.entire_text if mark else False,
        at_least=mark.marking.level if mark and mark.defect and mark.marking else None,
    )


def paragraph_starts(
    text: str, body: Sequence[TextLine], quoted: Sequence[Span], register: Register
) -> list[PortionStart]:
    """Where the main paragraphs begin. ``quoted`` are the passages between BEGIN and END TEXT."""
    candidates = _candidates(text, body, quoted, register)
    marks_expected = any(candidate.start.mark for candidate in candidates)
    candidates = [_with_damaged_mark(text, c, register, marks_expected) for c in candidates]
    chosen = main_paragraphs([candidate.standing for candidate in candidates])
    starts = [candidates[index].start for index in chosen]
    written = [line for line in body if line.head]
    if not written:
        return starts
    known = {start.offset for start in starts}
    more = _run_on(text, written[0].start, written[-1].end, register)
    return sorted(starts + [s for s in more if s.offset not in known], key=lambda s: s.offset)


def _candidates(
    text: str, body: Sequence[TextLine], quoted: Sequence[Span], register: Register
) -> list[_Candidate]:
    found: list[_Candidate] = []
    passage = 0
    written = [index for index, line in enumerate(body) if line.head]
    for place, index in enumerate(written):
        line = body[index]
        if line.head[0] in _NO_NUMBER:
            continue
        match = _NUMBER.match(text, line.start, line.end) or _PILCROW.match(
            text, line.start, line.end
        )
        if match is None:
            continue
        above = body[written[place - 1]].head if place else None
        after_blank = place == 0 or written[place - 1] < index - 1
        well_placed = above is None or above[-1] in SENTENCE_END
        ends_sentence = not (after_blank or well_placed)
        if ends_sentence and match.re is _NUMBER and _YEAR.match(match["number"]):
            continue  # ... until / 1981. (U) The notice is published.
        mark = find_entire_text(text, match.end(), line.end, register) or find_mark(
            text, match.end(), line.end, register
        )
        if mark is None and not _could_be_unmarked(match):
            continue
        if found and match.re is _NUMBER and match["number"] == "l":
            continue  # the letter of a list
        while passage < len(quoted) and quoted[passage].end <= line.start:
            passage += 1
        number = match["number"].translate(_SCANNED) if match.re is _NUMBER else None
        begins = mark.span.end if mark else match.end()
        standing = Numbered(
            number=int(number) if number else 0,
            marked=mark is not None,
            well_placed=well_placed,
            after_blank=after_blank,
            introduced=above is not None and place > 1 and _introduces(above),
            first=above is None,
            quoted=passage < len(quoted) and quoted[passage].start < line.start,
        )
        start = PortionStart(line.start, begins, number, mark)
        found.append(_Candidate(start, standing, match.end(), line))
    return found


def _could_be_unmarked(match: re.Match[str]) -> bool:
    """Whether a number may be an unmarked paragraph's: it has a full stop and is not a year."""
    if match.re is not _NUMBER or not match["number"].isdecimal():
        return False
    return "." in match["stop"] and len(match["number"]) < 4


def _introduces(head: str) -> bool:
    """Whether a line introduces a list."""
    return head[-1] == ":" and _ENDS_A_PASSAGE.search(head) is None


def _with_damaged_mark(
    text: str, candidate: _Candidate, register: Register, marks_expected: bool
) -> _Candidate:
    if candidate.start.mark is not None:
        return candidate
    mark = find_damaged_mark(
        text,
        candidate.after_number,
        candidate.line.end,
        register,
        marks_expected=marks_expected,
    ) or find_odd_mark(
        text,
        candidate.after_number,
        candidate.line.end,
        register,
        numbered=True,
        marks_expected=marks_expected,
    )
    if mark is None:
        return candidate
    start = replace(candidate.start, mark=mark, text_start=mark.span.end)
    return replace(candidate, start=start, standing=replace(candidate.standing, marked=True))


def _run_on(text: str, first: int, last: int, register: Register) -> list[PortionStart]:
    """Marked paragraphs that begin in the middle of a line, after the end of a sentence."""
    found: list[PortionStart] = []
    for match in _STOP_AND_MARK.finditer(text, first, last):
        number = _NUMBER_BEFORE.search(text, max(first, match.start() - 5), match.start())
        if number is None:
            continue
        before = text[max(first, number.start() - 8) : number.start()]
        words = before.rstrip(" \t")
        if not words or words == before or words[-1] not in SENTENCE_END:
            continue
        mark = find_mark(text, match.end(), min(last, match.end() + 60), register)
        if mark is not None:
            found.append(PortionStart(number.start(), mark.span.end, number[0], mark))
    return found
