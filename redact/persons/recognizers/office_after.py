"""A name, a comma and the person's office: Giga Bokeriya, Deputy Foreign Minister."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import may_be_name_word, name_at, strength
from redact.persons.words import LETTER, words_of

_REACH = 4
_OFFICE = re.compile(
    rf",[ \t]{{1,12}}(?P<words>(?:(?:the|The|a|an)[ \t]+)?{LETTER}+(?:[ \t-]{LETTER}+){{0,3}})"
)


def find(reading: Reading) -> Sightings:
    """Two or more name words followed by a comma and an office among the next four words."""
    done = 0
    for word in words_of(reading.view):
        if word.span.start < done or not word.text[0].isupper():
            continue
        if not may_be_name_word(reading, word.text):
            continue
        name = name_at(reading, word.span.start)
        if name is None:
            continue
        done = name.end
        office = _OFFICE.match(reading.view, name.end)
        if office is None or len(list(words_of(reading.view, name))) < 2:
            continue
        if _names_office(reading, office["words"]) and strength(reading, name) >= 0.8:
            yield name, 0.65


def _names_office(reading: Reading, words: str) -> bool:
    lexicon = reading.lexicon
    folded = [fold(word) for word in re.findall(LETTER + "+", words)[:_REACH]]
    return any(word in lexicon.offices or word in lexicon.titles for word in folded)


DETECTOR = Detector("office-after", "is followed by an office", find)
