"""Marks in signs other than brackets: ``<C>``, ``/S/``, ``*C*``, ``C/NF``, ``SECRET:``, ``C:``.

No manual has them; drafters and converters produce them. Only levels above UNCLASSIFIED are read:
overlooking one of those would release text.
"""

from __future__ import annotations

import re

from redact.documents.lines import fold_space
from redact.documents.portions.found_marks import FoundMark
from redact.documents.portions.list_letters import continues_list
from redact.documents.portions.portion_marks import read_level
from redact.documents.quoted_text import is_quoted
from redact.documents.sentence_words import has_sentence_word
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_CONTROLS = r"(?:[ \t]?//?[ \t]?[A-Z][A-Z-]{1,15}(?:[ \t][A-Z]{2,8})?){0,4}"
_LEVEL = r"(?:TS|TOP[ \t]SECRET|S|SECRET|C|CONF(?:IDENTIAL|ID)?)"
_ENCLOSED = pattern(
    rf"[ \t]*(?P<all>(?:&lt;|<<?|\u00ab|\u2039|\*{{1,2}}|//?|\||=|-{{1,2}}|_{{1,2}}|&\#40;)[ \t]?"
    rf"(?P<mark>{_LEVEL}{_CONTROLS})[ \t]?"
    r"(?:&gt;|>>?|\u00bb|\u203a|\*{1,2}|//?|\||=|-{1,2}|_{1,2}|&\#41;))(?=[ \t\r\n]|$)"
)
_SIGNED = pattern(
    r"[ \t]*/[ \t]?S[ \t]?/[ \t]*(?P<name>[A-Z][\w.'\u2019-]{0,24}"
    r"(?:,?[ \t]{1,4}[A-Z][\w.'\u2019-]{0,24}){0,5})[ \t]*(?=[\r\n]|\Z)"
)
_FORMULA = pattern(
    r"(?:SINCERELY|RESPECTFULLY|YOURS|TRULY|REGARDS|WISHES|FAITHFULLY|CORDIALLY)[\s,.]*\Z",
    re.IGNORECASE,
)
"""The complimentary close of a letter, before the signer's name."""
_STOPPED = pattern(
    r"[ \t]*(?P<all>(?P<mark>(?:(?:TOP[ \t])?SECRET|CONFIDENTIAL)(?://[A-Z/ ,-]{2,40}?)?)"
    r"[ \t]?(?::|--?|\u2013|\u2014))(?=[ \t])"
)
_FULL_STOP = pattern(r"[ \t]*(?P<all>(?P<mark>(?:TOP[ \t])?SECRET|CONFIDENTIAL)\.)(?=[ \t]+\S)")
_WORD_ALONE = pattern(
    r"[ \t]*(?P<all>(?P<mark>(?:TOP[ \t])?SECRET|CONFIDENTIAL))(?=[ \t]+"
    r"(?:[A-Z]?[a-z]|(?:THE|AN?|AT|ON|IN|WE|I|HE|SHE|IT|THEY|THERE|AFTER|DURING)[ \t]))"
)
"""A level in capitals before a word in lower case, or before one that no adjective precedes:
``SECRET POLICE`` is text."""
_LETTER_AND_STOP = pattern(r"[ \t]*(?P<all>(?P<mark>TS|S|C)\.)(?=[ \t]+[A-Z])")
_WITH_CONTROL = pattern(
    r"[ \t]*(?P<all>(?P<mark>(?:TS|S|C)[ \t]?//?[ \t]?(?:NF|NOFORN|OC|ORCON|NODIS|EXDIS|SI|REL)"
    r"(?:/{1,2}(?:NF|OC|SI|TK|REL))*)\b:?)(?=[ \t])"
)
_BULLET = pattern(r"[ \t]*[-*\u2022][ \t]+")
_LETTER = pattern(r"[ \t]*(?P<all>(?P<mark>TS|S|C)[ \t]?(?::|--?|\u2013|\u2014))(?=[ \t]+\S)")


def find_odd_mark(
    text: str,
    start: int,
    end: int,
    register: Register,
    *,
    numbered: bool,
    marks_expected: bool = False,
) -> FoundMark | None:
    """The mark in odd signs at ``start``, with the defect ``unknown``.

    ``numbered`` says that a paragraph number precedes it: only then is a letter with a colon a
    mark, otherwise it is a speaker or a list letter. ``marks_expected`` says that other paragraphs
    are marked: only then is a letter with a full stop a mark rather than an initial.
    """
    if not numbered and _is_signature_of_letter(text, start, end):
        return None
    bullet = _BULLET.match(text, start, end) if numbered else None
    start = bullet.end() if bullet else start
    match = next(
        (
            found
            for form in (_ENCLOSED, _STOPPED, _WITH_CONTROL)
            if (found := form.match(text, start, end)) is not None
        ),
        None,
    )
    if match is None and numbered:
        match = _LETTER.match(text, start, end)
        if match and _is_letter_of_list(text, start, match):
            return None
    if match is None and numbered:
        match = _FULL_STOP.match(text, start, end) or _WORD_ALONE.match(text, start, end)
    if match is None and numbered and marks_expected:
        match = _LETTER_AND_STOP.match(text, start, end)
    reading = read_level(fold_space(match["mark"]), register) if match else None
    if match is None or reading is None:
        return None
    return FoundMark(Span(*match.span("all")), fold_space(match["mark"]), reading[0], "unknown")


def _is_signature_of_letter(text: str, start: int, end: int) -> bool:
    """Whether ``/S/`` precedes the name of a letter's signer and is not a mark.

    Only the name is on its line, and a quoted text is open or the letter has just closed.
    """
    signed = _SIGNED.match(text, start, end)
    if signed is None or has_sentence_word(signed["name"]):
        return False
    return _FORMULA.search(text, max(0, start - 40), start) is not None or is_quoted(text, 0, start)


def _is_letter_of_list(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the letter continues a list whose items are lettered in the same way."""
    letter = match["mark"]
    return len(letter) == 1 and (
        continues_list(text, start, letter) or f"{chr(ord(letter) - 1)}:" in text
    )
