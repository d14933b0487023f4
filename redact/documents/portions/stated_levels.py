"""Levels stated in words inside a portion: on a line by themselves or after BEGIN."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from redact.documents.lines import trimmed
from redact.documents.portions.found_marks import AFTER, FoundMark, LevelSign
from redact.documents.portions.line_openings import lines_like_levels
from redact.documents.readings import read_banner
from redact.markings.level import find_level
from redact.markings.marking import Marking, level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span
from redact.sources.capitals import places_of

_PAGE_END = 6
"""Maximum consecutive levels where a page ends."""
_LONGEST = 160
"""Maximum code points of a line that is only a level; longer lines are text."""
_NO_LETTER = r"(?:[^\w\r\n]|_)*"
_COULD_BE_LEVEL = pattern(
    rf"(?P<line>{_NO_LETTER}(?P<level>(?=S *E *C|C *O *[NS]|T *O *P|CTS|(?:TS|S|C)[ /,-])"
    rf"[A-Z /,-]{{3,71}}?){_NO_LETTER})(?=[\r\n]|\Z)"
)
_BEGIN = pattern(
    r"\bBEGIN\s+(?P<level>TOP\s+SECRET|SECRET|CONFIDENTIAL)\b(?P<rest>[A-Z /-]{0,40}:)?",
    re.IGNORECASE,
)
_END = pattern(r"\bEND\s+(?:OF\s+)?(?:TOP\s+SECRET|SECRET|CONFIDENTIAL)\b", re.IGNORECASE)


def level_passages(text: str, span: Span, register: Register) -> Iterator[LevelSign]:
    """Passages between BEGIN SECRET and END SECRET; without the latter they have no end."""
    begins = list(_beginning_with("BEGIN", _BEGIN, text, span))
    if not begins:
        return
    ends = [match.start() for match in _beginning_with("END", _END, text, span)]
    for match in begins:
        closing = bisect_left(ends, match.end())
        end = ends[closing] if closing < len(ends) else None
        if end is None and match["rest"] is None and match["level"] != match["level"].upper():
            continue  # to begin secret talks
        level = find_level(" ".join(match["level"].upper().split()), register)
        if level is not None:
            mark = FoundMark(Span(*match.span("level")), match["level"], Marking(level=level[0]))
            yield LevelSign(match.start(), mark, level[0], AFTER, end=end)


def _beginning_with(
    word: str, sign: re.Pattern[str], text: str, span: Span
) -> Iterator[re.Match[str]]:
    """The matches of a sign that begins with a word, tried only where the word occurs."""
    done = span.start
    for place in places_of((word,), text, span.start, span.end):
        match = sign.match(text, place, span.end) if place >= done else None
        if match is not None:
            done = match.end()
            yield match


def level_lines(
    text: str, span: Span, body: frozenset[int], register: Register
) -> Iterator[LevelSign]:
    """Levels on lines by themselves that are not banner lines of a page."""
    stated = dict(_stated(text, span, register))
    if not stated:
        return
    own = (text[start:end] for start, (end, _) in stated.items())
    if not any(_may_state_a_level(words, register) for words in (*own, span.of(text))):
        return
    lines = _written_lines(text, span)
    for index, start in enumerate(lines):
        if start not in stated or _is_page_end(lines, stated, body, index):
            continue
        end, marking = stated[start]
        words = trimmed(text, start, end)
        mark = FoundMark(words, words.of(text), marking)
        yield LevelSign(start, mark, marking.level or "", AFTER)


def _stated(text: str, span: Span, register: Register) -> Iterator[tuple[int, tuple[int, Marking]]]:
    """The lines that state a level above UNCLASSIFIED: start, end and marking."""
    for place in (span.start, *lines_like_levels(text, span.start + 1, span.end)):
        match = _COULD_BE_LEVEL.match(text, place, span.end)
        if match is None:
            continue
        start, end = match.span("line")
        if end - start < _LONGEST:
            marking = read_banner(" ".join(match["level"].split()), register)
            if marking is not None and level_rank(marking.level) > 0:
                yield start, (end, marking)


def _may_state_a_level(words: str, register: Register) -> bool:
    """Whether ``words`` can contain a level, spaced out or not: a cheap test before parsing.

    Nearly all text states no level.
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


def _written_lines(text: str, span: Span) -> list[int]:
    """Start offsets of the lines in a stretch of text that are not blank."""
    found: list[int] = []
    start = span.start
    for line in span.of(text).replace("\r", "\n").split("\n"):
        if line.strip():
            found.append(start)
        start += len(line) + 1
    return found


def _is_page_end(
    lines: Sequence[int], stated: Container[int], body: frozenset[int], index: int
) -> bool:
    """Whether a level is next to a page heading or ends the text."""
    for step in (1, -1):
        at = index + step
        while 0 <= at < len(lines) and lines[at] in stated and abs(at - index) < _PAGE_END:
            at += step
        if at >= len(lines) or (at >= 0 and lines[at] not in body and at > 0):
            return True
    return False
