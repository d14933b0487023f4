"""Marks in brackets: where they stand tells how far each can be trusted to begin a portion.

Telegrams put marks behind bullets, letters and headings of every form, so a mark is known by what
is in the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.portions.level_sign import AFTER, CLEAN, INSIDE, LevelSign
from redact.documents.portions.list_letters import continues_list, is_list_letter, is_no_mark
from redact.documents.portions.portion_marks import FoundMark, read_level
from redact.markings.fold import fold
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_OPEN = "([{\u2768\uff08\uff3b\uff5b"
_CLOSE = ")\\]}\u2769\uff09\uff3d\uff5d"
_BRACKETS = pattern(
    rf"[(\[{{\u2768\uff08\uff3b\uff5b](?P<mark>[^\r\n\[(){_CLOSE}]{{1,60}})[{_CLOSE}]"
)
_UNCLOSED = pattern(
    r"\((?P<mark>(?:TS|TOP SECRET|SECRET|S|CONFIDENTIAL|CONF|C)"
    r"(?:[ \t]?//?[ \t]?[A-Z-]{1,20}){0,6})(?=[ \t\r\n])"
)
_CLOSING = pattern(r"\)(?=[ \t]+\S)")
_UNOPENED = pattern(r"(?P<mark>(?:TS|S|SECRET|C|CONFIDENTIAL)(?://?[A-Z/ -]{1,20})?)\)\Z")
_LONGEST_UNOPENED = 36
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


def bracketed_signs(
    text: str, span: Span, register: Register, *, marks_used: bool
) -> Iterator[LevelSign]:
    """The signs of a stretch that are marks in brackets, those without a level among them."""
    for lacking, found in (
        ("", _BRACKETS.finditer(text, span.start, span.end)),
        (")", _UNCLOSED.finditer(text, span.start, span.end)),
        ("(", _unopened(text, span)),
    ):
        for match in found:
            prefix = _prefix(text, span.start, match.start())
            manner = _manner(text, span.end, prefix, match)
            opened = prefix.rfind("(") > prefix.rfind(")") or prefix[-1:] in tuple(_OPEN)
            if lacking and (
                manner != CLEAN
                or (lacking == "(" and opened)
                or (lacking == ")" and _is_closed(text, match))
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
                    or (lacking == "(" and continues_list(text, match.start(), letter))
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
                "unclosed" if lacking else "unknown" if unread else None,
            )
            begins = match.start() - len(prefix) if manner == CLEAN else match.start()
            yield LevelSign(begins, mark, level, manner, numbered=manner == CLEAN)


def _unopened(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Marks that lack the opening bracket: looked for before closing ones, which are few."""
    done = span.start
    for closing in _CLOSING.finditer(text, span.start, span.end):
        from_ = max(done, closing.start() - _LONGEST_UNOPENED)
        match = _UNOPENED.search(text, from_, closing.end())
        if match is not None:
            done = match.end()
            yield match


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
