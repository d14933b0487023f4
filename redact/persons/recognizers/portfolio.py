"""An office with its portfolio, then the name: MINISTER FOR COORDINATION LECHIN."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import name_at, strength
from redact.persons.words import LETTER, WORD

_MOST_WORDS = 4
_BLANKS = r"[ \t]{1,12}"
_PORTFOLIOS = tuple(
    re.compile(
        rf"{_BLANKS}(?:of|for|de)(?:{_BLANKS}(?:and{_BLANKS})?{LETTER}+){{{words}}}{_BLANKS}",
        re.IGNORECASE,
    )
    for words in range(1, _MOST_WORDS + 1)
)


def find(reading: Reading) -> Sightings:
    """The name after an office and one to four ordinary words."""
    for match in WORD.finditer(reading.view):
        if fold(match.group()) in reading.lexicon.offices:
            yield from _after(reading, match.end())


def _after(reading: Reading, start: int) -> Sightings:
    lexicon = reading.lexicon
    for pattern in _PORTFOLIOS:
        portfolio = pattern.match(reading.view, start)
        if portfolio is None:
            return
        last = fold(portfolio[0].split()[-1])
        if last not in lexicon.ordinary and not lexicon.is_unnamed(last):
            return
        name = name_at(reading, portfolio.end())
        if name is not None and strength(reading, name) >= 0.8:
            yield name, 0.7
            return


DETECTOR = Detector("portfolio", "follows an office and its area of responsibility", find)
