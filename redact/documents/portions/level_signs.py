"""Signs inside a portion that part of its text has a separate level.

A sign is a mark in brackets, a level on a line by itself, or BEGIN and a level. Telegrams put marks
after bullets, letters and headings of every form, so a mark is recognized by what is in the
brackets; its position only shows how reliably it begins a separate portion.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.portions.bracketed_signs import bracketed_signs
from redact.documents.portions.found_marks import AT_LINE_HEAD, LevelSign
from redact.documents.portions.line_openings import lines_like_levels
from redact.documents.portions.odd_marks import find_odd_mark
from redact.documents.portions.stated_levels import level_lines, level_passages
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_COULD_BE_ODD = pattern(
    r"[ \t]{0,40}(?:(?:[-*\u2022]|\(?(?:[a-zA-Z]|\d{1,3})[.)])[ \t]{1,8})?"
    r"(?=(?:&lt;|&#40;|[<\u00ab\u2039*/|=_-]{1,2})?[ \t]?(?:TS|TOP S|S|SECRET|C|CONF)"
    r"(?:[ \t]?[/:>\u00bb\u203a*|=_&-]|IDENTIAL|ECRET))"
)
"""The head of a line, up to where a mark in odd signs could be."""


def level_signs(
    text: str, span: Span, body: frozenset[int], register: Register, *, marks_used: bool
) -> list[LevelSign]:
    """The signs in a stretch of text, in order.

    ``body`` holds the start offsets of lines of text, which excludes page headings. ``marks_used``
    says that the document marks portions: only then is a letter in brackets inside a line a mark.
    """
    signs: list[LevelSign] = []
    words = span.of(text)
    if not words.isascii() or "(" in words or ")" in words or "[" in words or "{" in words:
        signs += bracketed_signs(text, span, register, marks_used=marks_used)
    signs += level_passages(text, span, register)
    signs += level_lines(text, span, body, register)
    signs += _odd(text, span, register)
    return sorted(signs, key=lambda sign: (sign.offset, sign.mark.span.start))


def _odd(text: str, span: Span, register: Register) -> Iterator[LevelSign]:
    """Marks in odd signs at the head of a line, or after the bullet or number there."""
    for start, mark_start in _could_be_odd(text, span):
        mark = find_odd_mark(text, mark_start, span.end, register, numbered=False)
        if mark is not None and mark.marking is not None:
            yield LevelSign(start, mark, mark.marking.level or "", AT_LINE_HEAD, numbered=True)


def _could_be_odd(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Starts of lines that a mark in odd signs could open, and the offset of the mark."""
    for start in lines_like_levels(text, span.start, span.end):
        match = _COULD_BE_ODD.match(text, start, span.end)
        if match is not None:
            yield start, match.end()
