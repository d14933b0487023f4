"""Initials and a surname: B.K. Sadykov, GERALD E. SNYDER."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import (
    BLANKS,
    CAPITALISED,
    INITIAL,
    NOT_INITIALS,
    UPPER,
    name_at,
    opens_list_item,
    strength,
)
from redact.persons.words import LETTER
from redact.sources import Span

_FIRST = re.compile(rf"(?<![\w.'’/])(?:{INITIAL}[ \t]{{0,2}}){{1,3}}(?={LETTER}{{2}})")
_MIDDLE = re.compile(
    rf"(?<![\w/-]){CAPITALISED}{BLANKS}(?:{UPPER}\.|[B-DF-HJ-NP-TV-XZ](?=[ \t]))(?={BLANKS}{UPPER})"
)
# Ye., Yu., Zh. are each one letter of the Russian alphabet.
_RUSSIAN = re.compile(
    rf"(?<![\w.'’/])(?:{INITIAL}[ \t]{{0,2}})?(?:Y[aeu]|Y[AEU]|[KSZ]h|Ts)\.[ \t]{{0,2}}"
    rf"(?:{INITIAL}[ \t]{{0,2}})?(?={UPPER}{LETTER})"
)
# STERLING J. QUIRKE: a word that is also a name, where a name may begin.
_WORD_FIRST = re.compile(
    rf"(?<![\w/-])(?P<forename>{UPPER}{LETTER}{{3,}})[ \t]{{1,2}}{INITIAL}[ \t]{{0,2}}"
    rf"(?P<surname>{UPPER}{LETTER}{{2,}})(?![\w/])"
)
_MAY_BEGIN = re.compile(r"(?:^|[\n.,;:/&(]|\band|\b(?P<title>[^\W\d_]{2,})\.?)[ \t]*$", re.I)


def find(reading: Reading) -> Sightings:
    """Names with initials; a letter that opens a list item is not an initial."""
    view = reading.view
    for match in _MIDDLE.finditer(view):
        name = name_at(reading, match.start())
        if name is not None and name.end > match.end() and strength(reading, name) >= 0.5:
            yield name, 0.9
    for match in _RUSSIAN.finditer(reading.joined.text):
        name = name_at(reading, match.end())
        if name is not None and strength(reading, name) >= 0.5:
            yield Span(match.start(), name.end), 0.85
    for match in _FIRST.finditer(view):
        name = name_at(reading, match.start())
        if name is None or strength(reading, name) < 0.5 or NOT_INITIALS.match(match.group()):
            continue
        single = len(re.findall(UPPER, match.group())) == 1
        if single and opens_list_item(reading, match.start()):
            continue
        yield name, 0.85
    yield from _with_word_first(reading)


def _with_word_first(reading: Reading) -> Sightings:
    lexicon = reading.lexicon
    for match in _WORD_FIRST.finditer(reading.joined.text):
        forename, surname = fold(match["forename"]), fold(match["surname"])
        opening = _MAY_BEGIN.search(reading.text[max(0, match.start() - 24) : match.start()])
        if opening is None or (
            opening["title"] and fold(opening["title"]) not in lexicon.titles | {"and"}
        ):
            continue
        if not lexicon.is_name(forename) or forename in lexicon.small_words | lexicon.titles:
            continue
        if forename in lexicon.offices or forename in reading.acronyms:
            continue
        if lexicon.is_name(surname) or lexicon.is_unknown(surname):
            yield Span(match.start(), match.end()), 0.8


DETECTOR = Detector("initials", "has initials before or inside the name", find)
