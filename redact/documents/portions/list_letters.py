"""Letters in brackets that are not marks: list letters, reasons, degrees."""

from __future__ import annotations

import re

from redact.patterns import pattern
from redact.sources import Span

_LIST_LETTERS = {"C": ("A", "B", "D"), "S": ("Q", "R", "T")}
"""For a letter that could be a mark, the two before it in the alphabet and the one after it."""
_NEAR = 1500
"""Code points around a bracketed letter searched for the other letters of its list."""
_FAR = 20_000
"""Code points before a letter without an opening bracket in which its list may have begun."""
_REASON = pattern(
    r"\b[13]\.\d\s{0,3}(?:\([a-h]\)[\s,;]{0,3}(?:and\s|or\s|&\s)?\s{0,3})*$", re.IGNORECASE
)
_DEGREES = pattern(r"\s{0,2}degrees\b", re.IGNORECASE)
_YEAR = pattern(r"\s{0,2}(?:19|20)\d\d\b")


def is_no_mark(text: str, start: int, end: int, letter: str) -> bool:
    """Whether a bracketed letter is part of a word, a reason, a temperature or a copyright sign."""
    before = text[max(0, start - 60) : start]
    if before[-1:].isalnum():
        return True  # person(s), REF(S)
    reason = _REASON.search(before) if letter.upper() == "C" else None
    if reason is not None:
        opens_line = not re.split(r"[\r\n]", before[: reason.start()])[-1].strip(" \t-")
        return letter == "c" or not opens_line  # "1.4 (C) Cups." is numbered like that
    if (
        _DEGREES.match(text, end)
        or before.rstrip()[-1:] == "\u00b0"
        or (letter in "Cc" and _is_measure(before))
    ):
        return True
    return letter == "c" and _YEAR.match(text, end) is not None


def _is_measure(before: str) -> bool:
    """Whether the number before a letter is one of degrees, not of a list."""
    line = re.split(r"[\r\n]", before)[-1]
    return re.search(r"[A-Za-z] -?\d{1,3}(?:\.\d)? $", line) is not None


def is_list_letter(
    text: str, span: Span, start: int, letter: str, prefix: str, *, strict: bool
) -> bool:
    """Whether a bracketed letter belongs to a list: (C) after (A) and (B).

    ``strict`` requires both preceding letters, placed in the same way; otherwise one neighbor is
    enough.
    """
    neighbours = _LIST_LETTERS.get(letter.upper())
    if neighbours is None or _is_numbering(prefix):
        return False
    second, first, next_ = neighbours
    from_ = max(span.start, start - _NEAR)
    before = text[from_:start].upper()
    if strict and f"{first})" not in before:
        return False
    if not strict:
        after = text[start : min(span.end, start + _NEAR)].upper()
        return any(_places(before, first)) or any(_places(after, next_))
    two = _places(before, second)
    one = [place for place in _places(before, first) if two and place > two[0]]
    if not one:
        return False
    own_line = not prefix.strip(" \t-*\u2022")
    if own_line and not _on_own_line(before, one[-1]):
        return before.rstrip()[-1:] not in tuple(".!?:")
    return True


def continues_list(text: str, start: int, letter: str) -> bool:
    """Whether an earlier line opens with the letter before this one: ``B)`` before ``C)``."""
    neighbours = _LIST_LETTERS.get(letter.upper())
    return neighbours is not None and any(
        text.rfind(f"{end}{neighbours[1]}{stop}", max(0, start - _FAR), start) >= 0
        for end in "\n\r"
        for stop in ").("
    )


def _is_numbering(prefix: str) -> bool:
    """Whether the text before a letter is a list number and not words of a sentence."""
    return re.fullmatch(r"[\W_]*(?:[A-Z]{1,2}|\d{1,3})[\W_]+", prefix, re.IGNORECASE) is not None


def _places(text: str, letter: str) -> list[int]:
    """Offsets of a letter as a list label: in brackets, or before one at the start of a line."""
    return [match.start() for match in re.finditer(rf"\({letter}\)|(?m:^[ \t*-]*{letter}\))", text)]


def _on_own_line(text: str, place: int) -> bool:
    line = max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
    return not text[line:place].strip(" \t-*\u2022")
