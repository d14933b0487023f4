"""Hyphenated surnames, either half of which may be an ordinary word, a place or a people."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import looks_like_acronym
from redact.persons.weighing.neighbours import classes
from redact.persons.words import LETTER, WORD
from redact.sources import Span

_DOUBLE = re.compile(
    rf"[ \t]{{1,2}}(?P<first>{LETTER}{{3,}})[-‐‑](?P<second>{LETTER}{{3,}})(?![\w/-])"
)
_TITLE_BEFORE = re.compile(rf"(?P<title>{LETTER}{{2,}})\.?[ \t]{{1,2}}$")
_REACH = 24
_LED = frozenset({"backed", "era", "inspired", "led", "style", "type"})


def is_second_surname(reading: Reading, span: Span, part: str) -> bool:
    """Whether the second half of a surname is a place, people or word: Amos Midzimu-Zulu.

    Only in a whole name or after a title: MALIKHIN-MOSCOW is a person and a place.
    """
    words = WORD.findall(span.of(reading.view))
    whole = len(words) > 1 and fold(words[0]) in reading.lexicon.forenames
    if not (whole or _is_titled(reading, span)) or not part[0].isupper():
        return False
    return _may_be_half(reading, fold(part)) and fold(part) not in classes()["owned"] | _LED


def double_surname(reading: Reading, span: Span, ceiling: int) -> Span | None:
    """The surname after a forename of one word: ARCHBISHOP PAULINUS NDEBELE-MOYO.

    One half must be rare or a known name.
    """
    match = _DOUBLE.match(reading.text, span.end, ceiling)
    if match is None or not (match["first"][0].isupper() and match["second"][0].isupper()):
        return None
    words = WORD.findall(span.of(reading.view))
    lexicon = reading.lexicon
    known = len(words) == 1 and fold(words[0]) in lexicon.forenames
    if not (known or (len(words) == 1 and _is_titled(reading, span))):
        return None
    halves = [fold(match["first"]), fold(match["second"])]
    named = any(lexicon.is_name(half) or lexicon.is_unknown(half) for half in halves)
    if not named or not all(_may_be_half(reading, half) for half in halves):
        return None
    return Span(match.start("first"), match.end())


def _is_titled(reading: Reading, span: Span) -> bool:
    before = _TITLE_BEFORE.search(reading.text, max(0, span.start - _REACH), span.start)
    return before is not None and fold(before["title"]) in reading.lexicon.titles


def _may_be_half(reading: Reading, folded: str) -> bool:
    """Whether a word may be half of a surname: not an office, abbreviation or institution."""
    lexicon = reading.lexicon
    return not (
        folded in reading.acronyms
        or folded in lexicon.titles
        or folded in lexicon.offices
        or folded in lexicon.institutions
        or folded in lexicon.small_words
        or folded in lexicon.terms
        or (looks_like_acronym(folded.upper()) and folded not in lexicon.ordinary)
    )
