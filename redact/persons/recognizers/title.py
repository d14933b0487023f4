"""A title, rank or office and the name after it: GENERAL ROSSON, Dr. Jorge del Villar."""

from __future__ import annotations

import re

from redact.persons.casing import in_capitals
from redact.persons.lexicon import fold
from redact.persons.name_shape import name_at, strength
from redact.persons.reading import Reading
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.words import LETTER, WORD
from redact.sources import Span

_BETWEEN = re.compile(r"\.?[ \t]{1,12}(?:\([A-Z]{1,4}\)[ \t]{1,4})?|\.")


def find(reading: Reading) -> Sightings:
    """Names after a title. Offices used as titles count less where the name could be a word."""
    lexicon = reading.lexicon
    for match in WORD.finditer(reading.view):
        folded = fold(match.group())
        titled = folded in lexicon.titles or _is_telegraphic(reading, folded)
        if not titled and folded not in lexicon.offices:
            continue
        gap = _BETWEEN.match(reading.view, match.end())
        addressed = folded in lexicon.addresses and match.group()[0].isupper()
        name = name_at(reading, gap.end(), addressed=addressed) if gap else None
        if name is None:
            yield from _after_portfolio(reading, match.end())
            continue
        known = strength(reading, name)
        if known >= 0.8:
            yield name, 0.9 if titled else 0.75
        elif known >= 0.5 and titled:
            # PRESIDENT READ A STATEMENT: in capitals a verb after an office looks like a name.
            yield name, 0.4 if folded in lexicon.ordinary and _capitals(reading, name) else 0.7
        elif addressed:
            yield name, 0.7


def _capitals(reading: Reading, name: Span) -> bool:
    return in_capitals(reading.text[max(0, name.start - 60) : name.end + 60])


def _after_portfolio(reading: Reading, start: int) -> Sightings:
    """The name after an office and what it is over, all of that in ordinary words."""
    for words in range(1, 5):
        portfolio = re.compile(
            rf"[ \t]{{1,12}}(?:of|for|de)(?:[ \t]{{1,12}}(?:and[ \t]{{1,12}})?{LETTER}+){{{words}}}[ \t]{{1,12}}",
            re.IGNORECASE,
        ).match(reading.view, start)
        if portfolio is None:
            return
        last = fold(portfolio[0].split()[-1])
        if last not in reading.lexicon.ordinary and not reading.lexicon.is_unnamed(last):
            return
        name = name_at(reading, portfolio.end())
        if name is not None and strength(reading, name) >= 0.8:
            yield name, 0.7
            return


def _is_telegraphic(reading: Reading, folded: str) -> bool:
    """MINMINES, MININDUSTRY: ministers as telegrams shorten them."""
    return folded in reading.acronyms and folded.startswith(("min", "fon", "for"))


DETECTOR = Detector("title", "follows a title, rank or office", find)
