"""Marks in brackets, and how reliably each begins a portion, judged by its position.

Telegrams put marks after bullets, letters and headings of every form, so a mark is recognized by
what is in the brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.portions.found_marks import AFTER, AT_LINE_HEAD, INSIDE, FoundMark, LevelSign
from redact.documents.portions.list_letters import continues_list, is_list_letter, is_no_mark
from redact.documents.portions.portion_marks import LONG_MARK, read_level
from redact.markings.fold import fold
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

_OPEN = "([{\u2768\uff08\uff3b\uff5b"
_CLOSE = ")\\]}\u2769\uff09\uff3d\uff5d"
_BRACKETS = pattern(
    rf"[(\[{{\u2768\uff08\uff3b\uff5b]"
    rf"(?P<mark>[^\r\n\[(){_CLOSE}]{{1,60}}(?=[{_CLOSE}])|{LONG_MARK}(?=\)))[{_CLOSE}]"
)
_UNCLOSED = pattern(
    rf"\((?!{LONG_MARK}\))"
    r"(?P<mark>(?:TS|TOP SECRET|SECRET|S|CONFIDENTIAL|CONF|C)"
    r"(?:[ \t]?//?[ \t]?[A-Z-]{1,20}){0,6})(?=[ \t\r\n])"
)
_CLOSING = pattern(r"\)(?=[ \t]+\S)")
_UNOPENED = pattern(r"(?P<mark>(?:TS|S|SECRET|C|CONFIDENTIAL)(?://?[A-Z/ -]{1,20})?)\)\Z")
_LONGEST_UNOPENED = 36
_NUMBERING = re.compile(
    r"(?!\W*(?:19|20)\d\d\W)[\W_]*(?:(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,4}[a-z]?|[a-z]\d{1,3}"
    r"|step|item|point|para|part|section|option|tab|annex|phase|question|appendix|no)"
    r"[\W_]{1,6}){0,3}",
    re.IGNORECASE,
)
"""A number, letter or word of numbering; a year ends the sentence of the line above."""
_WORD = pattern(r"[a-z]{3,}", re.IGNORECASE)
_LOWER_CASE = pattern(r"\b[a-z]{3,}\b")
_ENDS_A_SENTENCE = frozenset(".!?:;,\"')]}|-_=*/>~\u2013\u2014\u201d\u2019\u2026")
_LONGEST_NUMBERING = 40
_LOOK_BACK = 120
"""Maximum code points of a line examined before a mark."""


@dataclass(frozen=True, slots=True)
class _Bracketed:
    """A bracketed text; ``lacking`` is the missing bracket, empty when both are there.

    ``prefix`` is the text before it on the line, ``manner`` its placement as in `LevelSign`.
    """

    match: re.Match[str]
    lacking: str
    prefix: str
    manner: str

    @property
    def start(self) -> int:
        return self.match.start()


def bracketed_signs(
    text: str, span: Span, register: Register, *, marks_used: bool
) -> Iterator[LevelSign]:
    """The signs in a stretch that are marks in brackets, including those without a level."""
    for found in _in_brackets(text, span):
        written = " ".join(found.match["mark"].split())
        reading = read_level(written, register)
        if reading is None or "CANCEL" in written.upper():
            continue  # [SECRET - cancelled for this copy]
        marking, unread = reading
        clean = found.manner == AT_LINE_HEAD
        if level_rank(marking.level) > 0:
            letter = _only_letter(written)
            if letter and _is_other_letter(text, span, found, letter, marks_used=marks_used):
                continue
            if found.manner == INSIDE and unread and _is_remark(written, unread):
                continue
        elif not clean or not _ends_with_a_stop(found.prefix):
            continue
        mark = FoundMark(
            Span(*found.match.span()),
            written,
            marking,
            "unclosed" if found.lacking else "unknown" if unread else None,
        )
        begins = found.start - len(found.prefix) if clean else found.start
        yield LevelSign(begins, mark, marking.level or "", found.manner, numbered=clean)


def _is_remark(written: str, unread: str) -> bool:
    """Whether bracketed words inside a sentence only name a level: ``(S/NF cable follows)``."""
    return unread != "control" or _LOWER_CASE.search(written) is not None


def _in_brackets(text: str, span: Span) -> Iterator[_Bracketed]:
    """Texts in brackets, then those lacking one bracket where a mark begins a portion."""
    for lacking, matches in (
        ("", _BRACKETS.finditer(text, span.start, span.end)),
        (")", _UNCLOSED.finditer(text, span.start, span.end)),
        ("(", _unopened(text, span)),
    ):
        for match in matches:
            prefix = _prefix(text, span.start, match.start())
            found = _Bracketed(match, lacking, prefix, _manner(text, span.end, prefix, match))
            if not lacking or (found.manner == AT_LINE_HEAD and not _is_there(text, found)):
                yield found


def _is_there(text: str, found: _Bracketed) -> bool:
    """Whether the bracket that seems to be missing is merely further away."""
    if found.lacking == ")":
        return _is_closed(text, found.match)
    prefix = found.prefix
    return prefix.rfind("(") > prefix.rfind(")") or prefix[-1:] in tuple(_OPEN)


def _only_letter(written: str) -> str:
    """The letter that a mark consists of; empty for a longer mark."""
    plain = fold(written).text.strip()
    return plain if len(plain) == 1 else ""


def _is_other_letter(
    text: str, span: Span, found: _Bracketed, letter: str, *, marks_used: bool
) -> bool:
    """Whether a single letter labels a list item or abbreviates something, and states no level."""
    return (
        is_no_mark(text, found.start, found.match.end(), letter)
        or (found.lacking == "(" and continues_list(text, found.start, letter))
        or is_list_letter(text, span, found.start, letter, found.prefix, strict=marks_used)
        or (found.manner != AT_LINE_HEAD and (letter.islower() or not marks_used))
        or (letter.islower() and _WORD.search(found.prefix) is not None)  # section 4 (2) (c)
    )


def _unopened(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Marks without an opening bracket, searched for before closing brackets, which are few."""
    done = span.start
    for closing in _CLOSING.finditer(text, span.start, span.end):
        from_ = max(done, closing.start() - _LONGEST_UNOPENED)
        match = _UNOPENED.search(text, from_, closing.end())
        if match is not None:
            done = match.end()
            yield match


def _prefix(text: str, start: int, mark: int) -> str:
    """The text before a mark on its line."""
    start = max(start, mark - _LOOK_BACK)
    line = max(text.rfind("\n", start, mark), text.rfind("\r", start, mark)) + 1
    return text[max(line, start) : mark]


def _manner(text: str, end: int, prefix: str, match: re.Match[str]) -> str:
    if len(prefix) <= _LONGEST_NUMBERING and _NUMBERING.fullmatch(prefix):
        return AT_LINE_HEAD
    after = text[match.end() : min(end, match.end() + 80)]
    if after.lstrip(" \t").startswith(":"):
        return AFTER
    follows = re.split(r"[\r\n]", after, maxsplit=1)[0]
    last = prefix.rstrip()[-1:]
    if last in _ENDS_A_SENTENCE and (last in ":|" or any(c.isalnum() for c in follows)):
        return AFTER
    return INSIDE


def _ends_with_a_stop(prefix: str) -> bool:
    """Whether the text before a mark ends with a sign and not with a word."""
    words = prefix.strip()
    return not words or not words[-1].isalnum()


def _is_closed(text: str, match: re.Match[str]) -> bool:
    """Whether a closing bracket follows on the line; after controls, only a nearby one counts."""
    reach = 24 if "/" in match["mark"] else 200
    return ")" in text[match.end() : match.end() + reach].split("\n")[0]
