"""A nickname in quotation marks inside the name: Temuri "Temo" Yakobashvili."""

from __future__ import annotations

import re

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import BLANKS, CAPITALISED, may_be_name_word
from redact.sources import Span

_NICKNAMED = re.compile(
    rf"(?<![\w/-])(?P<given>{CAPITALISED}){BLANKS}"
    rf"(?:[\"“'‘](?P<quoted>{CAPITALISED})[\"”'’]|\((?P<bracketed>{CAPITALISED})\))"
    rf"{BLANKS}(?P<family>{CAPITALISED})"
)


def find(reading: Reading) -> Sightings:
    """Given name, nickname and family name together; brackets count only around known forenames."""
    for match in _NICKNAMED.finditer(reading.joined.text):
        nickname = match["quoted"] or match["bracketed"]
        if match["bracketed"] and nickname.casefold() not in reading.lexicon.forenames:
            continue
        parts = (Span(match.start(part), match.end(part)) for part in ("given", "family"))
        written = [part.of(reading.view) for part in parts]
        if all(w[0].isupper() and may_be_name_word(reading, w) for w in written):
            yield Span(match.start(), match.end()), 0.8


DETECTOR = Detector("nickname", "has a nickname inside it", find)
