"""A rank or title, initials, and whatever word follows: MCPO R. L. GANTRY."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import NOT_INITIALS, UPPER
from redact.persons.words import LETTER
from redact.sources import Span

_RANKED = re.compile(
    rf"(?<![\w/])(?P<title>{LETTER}{{2,}})\.?[ \t]{{1,4}}"
    rf"(?P<name>(?:{UPPER}\.[ \t]{{0,2}}){{1,3}}{UPPER}{LETTER}{{2,}})(?![\w/])"
)


def find(reading: Reading) -> Sightings:
    """Initials and surname after a title, even where the surname is an ordinary word."""
    lexicon = reading.lexicon
    for match in _RANKED.finditer(reading.joined.text):
        titled = fold(match["title"]) in lexicon.titles and match["title"][0].isupper()
        surname = fold(re.split(r"[.\s]", match["name"])[-1])
        if NOT_INITIALS.match(match["name"]):
            continue
        small = surname in lexicon.small_words and not _is_spelt_out(match["name"])
        if titled and not small and not lexicon.is_unnamed(surname):
            yield Span(match.start("name"), match.end("name")), 0.8


def _is_spelt_out(name: str) -> bool:
    """Whether two initials and a capitalized word in mixed case show a name: K.K. Are."""
    return name[-1].islower() and len(re.findall(rf"{UPPER}\.", name)) > 1


DETECTOR = Detector("rank-initials", "has a rank or title and initials before it", find)
