"""A nickname in quotation marks inside the name: Temuri "Temo" Yakobashvili."""

from __future__ import annotations

import re

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import (
    BLANKS,
    CAPITALISED,
    INITIAL,
    may_be_name_word,
    name_at,
    strength,
)
from redact.sources import Span

_NICKNAMED = re.compile(
    rf"(?<![\w/-])(?P<given>{CAPITALISED}){BLANKS}"
    rf"(?:[\"“'‘](?P<quoted>{CAPITALISED})[\"”'’]|\((?P<bracketed>{CAPITALISED})\))"
    rf"{BLANKS}(?P<family>{CAPITALISED}(?:{BLANKS}{CAPITALISED})?)"
)
_PARTICLE = re.compile(r"(?:D[aeiou]|Del|Della|L[aeio]|El|San|Van|Von)[ \t]+[A-Z]")
# T.J. "Buzz" Hollenbach
_AFTER_INITIALS = re.compile(
    rf"(?<![\w.'’/])(?:{INITIAL}[ \t]?){{1,3}}[ \t]{{0,2}}[\"“'‘]{CAPITALISED}[\"”'’]"
    rf"{BLANKS}(?={CAPITALISED})"
)


def find(reading: Reading) -> Sightings:
    """Given name, nickname and family name together; brackets count only around known forenames."""
    for match in _AFTER_INITIALS.finditer(reading.joined.text):
        name = name_at(reading, match.end())
        if name is not None and strength(reading, name) >= 0.8:
            yield Span(match.start(), name.end), 0.8
    for match in _NICKNAMED.finditer(reading.joined.text):
        nickname = match["quoted"] or match["bracketed"]
        if match["bracketed"] and nickname.casefold() not in reading.lexicon.forenames:
            continue
        given = Span(match.start("given"), match.end("given")).of(reading.view)
        at = Span(match.start("family"), match.end("family"))
        family = name_at(reading, at.start)
        if family is None and _PARTICLE.match(reading.view, at.start):
            family = at  # Salvatore "Sal" Lo Piccolo
        if family is None or not given[0].isupper() or not may_be_name_word(reading, given):
            continue
        yield Span(match.start(), family.end), 0.8


DETECTOR = Detector("nickname", "has a nickname inside it", find)
