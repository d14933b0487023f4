"""Signs inside a portion that part of its text stands at a level of its own.

A sign is a mark in brackets, a level alone on its line, or BEGIN and a level. Telegrams put marks
behind bullets, letters and headings of every form, so a mark is known by what is in the brackets;
where it stands only tells how far it can be trusted to begin a portion of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from redact.documents.list_letters import continues_list, is_list_letter, is_no_mark
from redact.documents.odd_marks import find_odd_mark
from redact.documents.portion_marks import FoundMark, read_level
from redact.documents.readings import read_banner
from redact.markings.fold import fold
from redact.markings.level import find_level
from redact.markings.marking import Marking, level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

CLEAN = "clean"
"""Behind nothing, a bullet or the number of a list, at the start of a line."""
AFTER = "after"
"""Behind a heading or the end of a sentence: what follows is at its level."""
INSIDE = "inside"
"""Inside or behind a sentence: nobody can tell for which words it speaks."""

_OPEN = "([{\u2768\uff08\uff3b\uff5b"
_CLOSE = ")\\]}\u2769\uff09\uff3d\uff5d"
_BRACKETS = pattern(
    rf"[(\[{{\u2768\uff08\uff3b\uff5b](?P<mark>[^\r\n\[(){_CLOSE}]{{1,60}})[{_CLOSE}]"
)
_UNCLOSED = pattern(
    r"\((?P<mark>(?:TS|TOP SECRET|SECRET|S|CONFIDENTIAL|CONF|C)"
    r"(?:[ \t]?//?[ \t]?[A-Z-]{1,20}){0,6})(?=[ \t\r\n])"
)
_UNOPENED = pattern(r"(?P<mark>(?:TS|S|SECRET|C|CONFIDENTIAL)(?://?[A-Z/ -]{1,20})?)\)(?=[ \t]+\S)")
_NUMBERING = re.compile(
    r"[\W_]*(?:(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,4}[a-z]?|[a-z]\d{1,3}"
    r"|step|item|point|para|part|section|option|tab|annex|phase|question|appendix|no)"
    r"[\W_]{1,6}){0,3}",
    re.IGNORECASE,
)
_ENDS_A_SENTENCE = frozenset(".!?:;,\"')]}|-_=*/>~\u2013\u2014\u201d\u2019\u2026")
_LONGEST_NUMBERING = 40
_LOOK_BACK = 120
"""Code points of a line that are looked at before a mark."""
_PAGE_END = 6
"""Levels that may follow one another where a page ends."""
_LINE = pattern(r"[^\r\n]+")
_ODD_LINE = pattern(
    r"(?<![^\r\n])[ \t]{0,40}(?:(?:[-*\u2022]|\(?(?:[a-zA-Z]|\d{1,3})[.)])[ \t]{1,8})?"
    r"(?=(?:&lt;|&#40;|[<\u00ab\u2039*/|=_-]{1,2})?[ \t]?(?:TS|TOP S|S|SECRET|C|CONF)"
    r"(?:[ \t]?[/:>\u00bb\u203a*|=_&-]|IDENTIAL|ECRET))"
)
"""Where a mark in odd signs could stand."""
_LEVEL_LINE = pattern(r"[\W_]*(?P<level>[SCT][A-Z /,-]{2,70}?)[\W_]*$")
_BEGIN = pattern(
    r"\bBEGIN\s+(?P<level>TOP\s+SECRET|SECRET|CONFIDENTIAL)\b(?P<rest>[A-Z /-]{0,40}:)?",
    re.IGNORECASE,
)
_END = pattern(r"\bEND\s+(?:OF\s+)?(?:TOP\s+SECRET|SECRET|CONFIDENTIAL)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LevelSign:
    """One sign: where the part it speaks for begins, its mark, and how it stands (`CLEAN`, …).

    ``end`` is where the part ends when the text says so.
    """

    offset: int
    mark: FoundMark
    level: str
    manner: str
    numbered: bool = False
    end: int | None = None


def level_signs(
    text: str, span: Span, body: frozenset[int], register: Register, *, marks_used: bool
) -> list[LevelSign]:
    """The signs in a stretch of text, in the order they stand.

    ``body`` are the places where lines of text begin: page headings are none. ``marks_used`` says
    that the document marks portions: only there is a letter in brackets inside a line a mark.
    """
    words = span.of(text)
    signs: list[LevelSign] = []
    if not words.isascii() or any(sign in words for sign in "([{)"):
        signs += bracketed_signs(text, span, register, marks_used=marks_used)
    if _may_state_a_level(words, register):
        signs += _passages(text, span, register)
        signs += _level_lines(text, span, body, register)
    signs += _odd(text, span, register)
    return sorted(signs, key=lambda sign: sign.offset)


def _may_state_a_level(words: str, register: Register) -> bool:
    """Whether a level can stand in ``words``, spaced out or not: a quick look before a close one.

    Nearly all text states none.
    """
    if "//" in words or not words.isascii():
        return True
    letters = "".join(words.upper().split())
    return any(name in letters for name in _classified_words(register))


@lru_cache(maxsize=16)
def _classified_words(register: Register) -> frozenset[str]:
    """Every spelling of the levels above UNCLASSIFIED, without blanks."""
    return frozenset(
        spelling.replace(" ", "").upper()
        for level in register.levels
        if level_rank(level.name) > 0
        for spelling in (level.name, level.word, *level.telegram)
    )


def bracketed_signs(
    text: str, span: Span, register: Register, *, marks_used: bool
) -> Iterator[LevelSign]:
    """The signs of a stretch that are marks in brackets, those without a level among them."""
    for form, defect in ((_BRACKETS, None), (_UNCLOSED, "unclosed"), (_UNOPENED, "unclosed")):
        for match in form.finditer(text, span.start, span.end):
            prefix = _prefix(text, span.start, match.start())
            manner = _manner(text, span.end, prefix, match)
            opened = prefix.rfind("(") > prefix.rfind(")") or prefix[-1:] in tuple(_OPEN)
            if defect is not None and (
                manner != CLEAN
                or (form is _UNOPENED and opened)
                or (form is _UNCLOSED and _is_closed(text, match))
            ):
                continue
            written = " ".join(match["mark"].split())
            reading = read_level(written, register)
            if reading is None or "CANCEL" in written.upper():
                continue  # [SECRET - cancelled for this copy]
            marking, unread = reading
            level = marking.level or ""
            plain = fold(written).text.strip()
            letter = plain if len(plain) == 1 else ""
            if level_rank(level) > 0:
                if letter and (
                    is_no_mark(text, match.start(), match.end(), letter)
                    or (form is _UNOPENED and continues_list(text, match.start(), letter))
                    or is_list_letter(text, span, match.start(), letter, prefix, strict=marks_used)
                    or (manner != CLEAN and (letter.islower() or not marks_used))
                ):
                    continue
                if manner == INSIDE and unread and not unread.startswith("control"):
                    continue
            elif manner != CLEAN or not _ends_with_a_stop(prefix):
                continue
            mark = FoundMark(
                Span(match.start(), match.end()),
                written,
                marking,
                defect or ("unknown" if unread else None),
            )
            begins = match.start() - len(prefix) if manner == CLEAN else match.start()
            yield LevelSign(begins, mark, level, manner, numbered=manner == CLEAN)


def _odd(text: str, span: Span, register: Register) -> Iterator[LevelSign]:
    """Marks in odd signs at the head of a line, or behind the bullet or number there."""
    for match in _ODD_LINE.finditer(text, span.start, span.end):
        mark = find_odd_mark(text, match.end(), span.end, register, numbered=False)
        if mark is not None and mark.marking is not None:
            yield LevelSign(match.start(), mark, mark.marking.level or "", CLEAN, numbered=True)


def _prefix(text: str, start: int, mark: int) -> str:
    """What stands on the line before a mark."""
    start = max(start, mark - _LOOK_BACK)
    line = max(text.rfind("\n", start, mark), text.rfind("\r", start, mark)) + 1
    return text[max(line, start) : mark]


def _manner(text: str, end: int, prefix: str, match: re.Match[str]) -> str:
    if len(prefix) <= _LONGEST_NUMBERING and _NUMBERING.fullmatch(prefix):
        return CLEAN
    behind = text[match.end() : min(end, match.end() + 80)]
    if behind.lstrip(" \t").startswith(":"):
        return AFTER
    follows = re.split(r"[\r\n]", behind, maxsplit=1)[0]
    last = prefix.rstrip()[-1:]
    if last in _ENDS_A_SENTENCE and (last in ":|" or any(c.isalnum() for c in follows)):
        return AFTER
    return INSIDE


def _ends_with_a_stop(prefix: str) -> bool:
    """Whether a bullet or number, and no word, stands before a mark."""
    words = prefix.strip()
    return not words or not words[-1].isalnum()


def _is_closed(text: str, match: re.Match[str]) -> bool:
    return (
        ")"
        in text[match.end() : match.end() + (24 if "/" in match["mark"] else 200)].split("\n")[0]
    )


def _passages(text: str, span: Span, register: Register) -> Iterator[LevelSign]:
    """Passages between BEGIN SECRET and END SECRET; without the end they are open."""
    ends = [match.start() for match in _END.finditer(text, span.start, span.end)]
    for match in _BEGIN.finditer(text, span.start, span.end):
        closing = bisect_left(ends, match.end())
        end = ends[closing] if closing < len(ends) else None
        if end is None and match["rest"] is None and match["level"] != match["level"].upper():
            continue  # to begin secret talks
        level = find_level(" ".join(match["level"].upper().split()), register)
        if level is not None:
            mark = FoundMark(Span(*match.span("level")), match["level"], Marking(level=level[0]))
            yield LevelSign(match.start(), mark, level[0], AFTER, end=end)


def _level_lines(
    text: str, span: Span, body: frozenset[int], register: Register
) -> Iterator[LevelSign]:
    """Levels alone on their lines that are no banner lines of a page."""
    lines = [m for m in _LINE.finditer(text, span.start, span.end) if m[0].strip()]
    stated = [_line_level(match[0], register) for match in lines]
    for index, marking in enumerate(stated):
        if marking is None or marking.level is None or _is_page_end(lines, stated, body, index):
            continue
        match = lines[index]
        mark = FoundMark(Span(match.start(), match.end()), match[0].strip(), marking)
        yield LevelSign(match.start(), mark, marking.level, AFTER)


def _line_level(line: str, register: Register) -> Marking | None:
    match = _LEVEL_LINE.match(line) if len(line) < 160 else None
    marking = read_banner(" ".join(match["level"].split()), register) if match else None
    return marking if marking and level_rank(marking.level) > 0 else None


def _is_page_end(
    lines: Sequence[re.Match[str]],
    stated: Sequence[Marking | None],
    body: frozenset[int],
    index: int,
) -> bool:
    """Whether a level stands beside a page heading, or closes the text."""
    for step in (1, -1):
        at = index + step
        while 0 <= at < len(lines) and stated[at] is not None and abs(at - index) < _PAGE_END:
            at += step
        if at >= len(lines) or (at >= 0 and lines[at].start() not in body and at > 0):
            return True
    return False
