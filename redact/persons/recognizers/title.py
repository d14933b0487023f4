"""A title, rank or office and the name after it: GENERAL ROSSON, Dr. Jorge del Villar."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.name_shape import name_at, strength
from redact.persons.reading import Reading
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.words import WORD

_BETWEEN = re.compile(r"\.?[ \t]{1,12}(?:\([A-Z]{1,4}\)[ \t]{1,4})?|\.")


def find(reading: Reading) -> Sightings:
    """Names after a title. Offices used as titles count less where the name could be a word."""
    lexicon = reading.lexicon
    for match in WORD.finditer(reading.view):
        folded = fold(match.group())
        titled = folded in lexicon.titles
        if not titled and folded not in lexicon.offices:
            continue
        gap = _BETWEEN.match(reading.view, match.end())
        name = name_at(reading, gap.end()) if gap else None
        if name is None:
            continue
        known = strength(reading, name)
        if known >= 0.8:
            yield name, 0.9 if titled else 0.75
        elif known >= 0.5 and titled:
            yield name, 0.7


DETECTOR = Detector("title", "follows a title, rank or office", find)
