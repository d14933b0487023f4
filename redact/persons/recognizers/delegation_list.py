"""Numbered or bulleted lists of persons: 3) A. Gabdullin, Division Chief."""

from __future__ import annotations

import re

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import name_at, strength
from redact.sources import Span

_ITEM = re.compile(
    r"(?:^|\n|  )[ \t]*(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|-{1,3}|[*•o])[ \t]*(?=[^\W\d_])"
)
_AFTER = re.compile(r"[ \t]*(?:,|-{1,2}|–|—|:|\(|;)[ \t]*\n?[ \t]*[A-Za-z]|[ \t]*$|[ \t]*\n")


def find(reading: Reading) -> Sightings:
    """The name that opens a list item and is followed by the person's office."""
    view = reading.view
    for match in _ITEM.finditer(view):
        name = name_at(reading, match.end())
        if name is None or not _AFTER.match(view, name.end):
            continue
        known, words = strength(reading, name), _word_count(reading, name)
        if known >= 0.8 and words > 1:
            yield name, 0.8
        elif known >= 0.8 and view[name.end : name.end + 1] == ",":
            yield name, 0.45


def _word_count(reading: Reading, name: Span) -> int:
    return len(name.of(reading.view).replace(".", ". ").split())


DETECTOR = Detector("delegation-list", "opens an item in a list of persons", find)
