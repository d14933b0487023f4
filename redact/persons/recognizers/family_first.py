"""East Asian names, family name first, two-syllable given name: PARK MYONG-SIK, Su Chi-fen."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import UPPER
from redact.persons.words import LETTER
from redact.sources import Span

# One syllable in romanized Korean, Chinese and Vietnamese.
SYLLABLE = (
    r"(?:ch|hs|sh|ts|tz|sz|ss|zh|kw|gw|ph|th|kh|ng|nh|tr|[b-df-hj-np-tv-z])?['’]?[yw]?"
    r"[aeiou]{1,3}(?:ng|nh|ch|ck|[nklmprthc])?"
)
_GIVEN = re.compile(rf"{SYLLABLE}-{SYLLABLE}", re.IGNORECASE)
_NAME = re.compile(
    rf"(?<![\w/-])(?P<family>{UPPER}{LETTER}{{1,5}})[ \t]{{1,2}}"
    rf"(?P<given>{UPPER}{LETTER}{{1,6}}-{LETTER}{{1,6}})(?![\w/-])"
)


def find(reading: Reading) -> Sightings:
    """A family name of one syllable and two hyphenated syllables."""
    lexicon = reading.lexicon
    for match in _NAME.finditer(reading.joined.text):
        family, given = match["family"], match["given"]
        if not _GIVEN.fullmatch(given) or not re.fullmatch(SYLLABLE + "k?", family, re.I):
            continue
        syllables = [fold(part) for part in given.split("-")]
        rare = any(s not in lexicon.common and not lexicon.is_unnamed(s) for s in syllables)
        listed = fold(family) in lexicon.families
        known = listed or lexicon.is_name(fold(family)) or fold(family) in lexicon.particles
        plain = fold(family) in lexicon.small_words or fold(family) in lexicon.titles
        rare = rare or (listed and fold(family) not in lexicon.common)
        if rare and not plain and (known or family.istitle()):
            yield Span(match.start(), match.end()), 0.75 if known else 0.6


DETECTOR = Detector("family-first", "is an East Asian family name and given name", find)
