"""The name that ends where a description begins: QUIRKE, 43; Quirke and his wife."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.views.reading import Reading
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.name_shape import looks_like_acronym, name_at, strength
from redact.persons.words import LETTER, Word, words_of
from redact.sources import Span

_REACH = 60
_MOST_WORDS = 5
# IN KESSIK, 61, WERE SAVED: places where a single rare word may be a place or firm.
_OF_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|left|of|via|outside|around|reached|for)[ \t]+(?:the[ \t]+)?$", re.I
)
_OPENING = re.compile(r"(?:^|\n|[.,;:()\"“]|\band)[ \t]*$", re.IGNORECASE)


def name_before(reading: Reading, end: int) -> Span | None:
    """The longest name that ends at ``end`` of the view, ``None`` where none is likely.

    A single word after a preposition of place is not a name. A family name that is an ordinary
    word or a short title (SEN) is one at the beginning of a clause.
    """
    words = list(words_of(reading.view, Span(max(0, end - _REACH), end)))[-_MOST_WORDS:]
    for word in words:
        start = word.span.start
        if start in reading.places or not word.text[0].isupper():
            continue
        name = name_at(reading, start)
        if name is None or name.end != end or strength(reading, name) < 0.8:
            continue
        before = reading.view[max(0, start - 30) : start]
        lone = word is words[-1]
        if institution(reading, name) or (lone and _OF_PLACE.search(before)):
            return None
        return name
    return _family_name(reading, words[-1]) if words and words[-1].span.end == end else None


def _family_name(reading: Reading, word: Word) -> Span | None:
    folded, lexicon = word.folded, reading.lexicon
    known = folded in lexicon.surnames or folded in lexicon.families
    titled = folded in lexicon.titles and folded not in lexicon.offices
    if folded in lexicon.ordinary and (titled or not known or folded in lexicon.small_words):
        return None
    if not (known or titled) or lexicon.is_unnamed(folded) or folded in reading.acronyms:
        return None
    written = reading.text[word.span.start : word.span.end]
    before = reading.view[max(0, word.span.start - 30) : word.span.start]
    return word.span if written[0].isupper() and _OPENING.search(before) else None


def to_comma(reading: Reading, name: Span) -> Span:
    """``name`` extended by one word before a comma, as a surname may be a word: KOFI TELLER, ..."""
    more = re.compile(rf"[ \t]{{1,3}}(?P<word>{LETTER}{{3,}})(?=,)").match(reading.view, name.end)
    if more is None or " " in name.of(reading.view):
        return name
    folded, lexicon = fold(more["word"]), reading.lexicon
    written = reading.text[more.start("word") : more.end()]
    explained = lexicon.is_unnamed(folded) or folded in reading.acronyms
    if explained or folded in lexicon.small_words or folded in lexicon.titles:
        return name
    if not written[0].isupper() or folded.endswith(("ed", "ing", "ly")):
        return name
    return name if looks_like_acronym(written) else Span(name.start, more.end())
