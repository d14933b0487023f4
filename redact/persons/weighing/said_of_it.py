"""Whether the text says that a name of several words is an organization: THE PAPER TIENG NOI."""

from __future__ import annotations

from redact.persons.views.reading import Reading
from redact.persons.weighing.descriptions import described
from redact.persons.weighing.neighbours import beside
from redact.persons.weighing.votes import SIGNS
from redact.persons.words import words_of
from redact.sources import Span

_REACH = 120


def is_said_to_be_organisation(reading: Reading, span: Span) -> bool:
    """Whether the text before or after ``span`` certainly describes an organization, not a person.

    A name that begins with a known forename is a person nevertheless.
    """
    around = Span(max(0, span.start - _REACH), min(len(reading.view), span.end + _REACH))
    words = list(words_of(reading.view, around))
    inside = [i for i, word in enumerate(words) if span.covers(word.span)]
    if not inside or words[inside[0]].folded in reading.lexicon.forenames:
        return False
    said: set[str] = set()
    for index in {inside[0], inside[-1]}:
        before = words[index - 1] if index else None
        after = words[index + 1] if index + 1 < len(words) else None
        said |= {*beside(reading, words[index], before, after), *described(reading, words, index)}
    person = SIGNS["surely a person"] | SIGNS["perhaps a person"]
    return not said.isdisjoint(SIGNS["surely an organisation"]) and said.isdisjoint(person)
