"""Kin: SUBJECT'S COUSIN, KOFI TELLER, LIVES HERE; son of Quirke; QUIRKE AND HIS WIFE."""

from __future__ import annotations

import re

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.recognizers.name_before import name_before, to_comma
from redact.persons.views.reading import Reading
from redact.persons.weighing.institutions import institution
from redact.persons.weighing.name_shape import name_at, strength

_IN_LAW = r"(?:brother|sister|son|daughter|father|mother)-in-law"
_KIN = (
    rf"(?:{_IN_LAW}|grandson|granddaughter|grandfather|grandmother|stepson|stepdaughter|"
    r"half-?brother|half-?sister|son|daughter|wife|husband|widow|widower|brother|sister|cousin|"
    r"nephew|niece|uncle|aunt|father|mother|fiancee?)"
)
_TO_NAME = re.compile(
    rf"\b(?:{_KIN}(?P<link>,|[ \t]+of(?:[ \t]+the[ \t]+late)?)|{_IN_LAW},?)"
    r"[ \t]{1,3}(?=[^\W\d_])",
    re.IGNORECASE,
)
_FROM_NAME = re.compile(
    r",?[ \t]{1,3}and[ \t]{1,3}(?:his|her)[ \t]{1,3}(?:(?:late|second|eldest)[ \t]{1,3})?"
    rf"(?:{_KIN}s?|family|children|parents|wives|mistress)\b",
    re.IGNORECASE,
)


def find(reading: Reading) -> Sightings:
    """The name after a word for a relative, and the name before AND HIS WIFE."""
    for match in _TO_NAME.finditer(reading.view):
        name = name_at(reading, match.end())
        if name is None or strength(reading, name) < 0.8:
            continue
        if match["link"] == ",":
            name = to_comma(reading, name)
            if reading.view[name.end : name.end + 1] not in (",", ".", ")"):
                continue  # HIS WIFE, QUIRKE SAID, WAS ILL
        if not institution(reading, name):
            yield name, 0.7
    for match in _FROM_NAME.finditer(reading.view):
        name = name_before(reading, match.start())
        if name is not None:
            yield name, 0.75


DETECTOR = Detector("kin", "is named with his or her relatives", find)
