"""The point of contact of a military message: POC/ROE, J.Q./MAJ/J43/-/TEL:555-0102//."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.words import LETTER
from redact.sources import Span

# MIL-STD-6040: the first field is the name, the second the rank or position.
_CONTACT = re.compile(
    r"(?:ALT)?POC/(?:NAME:)?(?P<before>(?:[A-Z]{2,6}\.?[ \t]{1,3})?)"
    rf"(?P<name>(?:{LETTER}\.?[ \t]{{0,2}}){{0,2}}{LETTER}{{2,}}"
    rf"(?:[ ,-]{{1,3}}(?:{LETTER}{{2,}}|{LETTER}\b\.?)){{0,3}}\.?)"
    r"(?=[ \t]*/(?P<rank>[^/\r\n]{0,24}))"
)


def find(reading: Reading) -> Sightings:
    """The name in each such set; a position alone, ``POC/DUTY OFFICER/``, is none."""
    lexicon = reading.lexicon
    for match in _CONTACT.finditer(reading.text):
        words = [fold(word) for word in re.findall(rf"{LETTER}{{2,}}", match["name"])]
        ranked = fold(match["before"].strip(" .")) in lexicon.titles or any(
            fold(word) in lexicon.titles for word in re.findall(rf"{LETTER}+", match["rank"])
        )
        if any(word in lexicon.offices or word in lexicon.titles for word in words):
            continue
        if ranked or not all(word in lexicon.ordinary for word in words):
            yield Span(match.start("name"), match.end("name")), 0.85 if ranked else 0.7


DETECTOR = Detector("point-of-contact", "is the point of contact of a message", find)
