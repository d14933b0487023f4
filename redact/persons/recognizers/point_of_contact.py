"""The point of contact of a message, POC/ROE, J.Q./MAJ//, or a paper, POC: Jane Roe, 555-0102."""

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
_WORD = re.compile(r"[^ \t]+")
_NAMED = rf"[A-Z\u00c0-\u00de](?:{LETTER}|['\u2019-]){{1,}}"
_LABELLED = re.compile(
    r"(?:\bPOC|\bP(?:OINTS?|oints?) (?:OF|of) (?:CONTACT|[Cc]ontact))[ \t]?:[ \t]{0,8}"
    rf"(?P<name>{_NAMED}\.?(?:[ \t](?:{_NAMED}|[A-Z]\.?)){{1,3}})"
    r"(?=[ \t]*(?:[,;/(@]|\.?[\r\n]|\.?$| at\b))"
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
    for match in _LABELLED.finditer(reading.text):
        parts = [*_WORD.finditer(reading.text, *match.span("name"))]
        while parts and fold(parts[0][0].strip(".")) in lexicon.titles:
            del parts[0]
        folded = [fold(part[0].strip(".")) for part in parts]
        if any(word in lexicon.offices or word in lexicon.titles for word in folded):
            continue
        if not all(word in lexicon.ordinary for word in folded):
            yield Span(parts[0].start(), parts[-1].end()), 0.8


DETECTOR = Detector("point-of-contact", "is the point of contact of a message", find)
