"""A known forename and the name that follows it: HUGO DUCHEN, Lisa Lawrence."""

from __future__ import annotations

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import may_be_name_word, name_at, strength
from redact.persons.words import words_of


def find(reading: Reading) -> Sightings:
    """Runs of at least two name words that begin with a known forename."""
    done = 0
    for word in words_of(reading.view):
        if word.span.start < done or not word.text[0].isupper() or len(word.text) < 3:
            continue
        if word.folded not in reading.lexicon.forenames or not may_be_name_word(reading, word.text):
            continue
        name = name_at(reading, word.span.start)
        if name is None or len(list(words_of(reading.view, name))) < 2:
            continue
        done = name.end
        last = fold(name.of(reading.view).split()[-1].strip(".,"))
        weak = word.folded in reading.lexicon.ordinary or last in reading.lexicon.ordinary
        if strength(reading, name) >= 0.8:
            yield name, 0.55 if weak else 0.8


DETECTOR = Detector("forename", "begins with a known forename", find)
