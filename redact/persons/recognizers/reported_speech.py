"""Reported speakers: ZELAYA SAID, according to Akpanbayeva."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import CAPITALISED, may_be_name_word, name_at
from redact.persons.words import LETTER
from redact.sources import Span

_VERB = (
    r"(?:said|says|told|stated|states|noted|notes|added|adds|asked|asks|replied|replies|"
    r"responded|stressed|argued|argues|claimed|claims|commented|complained|confided|confirmed|"
    r"conceded|concluded|emphasized|emphasised|explained|expressed|insisted|maintained|mentioned|"
    r"observed|opined|pointed|predicted|promised|remarked|recalled|reiterated|thinks|thought|"
    r"believes|believed|underlined|underscored|urged|volunteered|wondered|admitted|acknowledged|"
    r"agreed|assured|allowed|asserted|cautioned|denied|described|doubted|himself|herself)"
)
_BEFORE_VERB = re.compile(
    rf"(?<![\w/.-])(?P<name>(?:(?:de|del|de la|al|el|van|von|bin)[ -]+)?{CAPITALISED})"
    rf"[ \t]+(?:(?:also|then|however|further|again|has|had|later|himself|herself|privately)[ \t]+)?"
    rf"{_VERB}\b"
)
_ACCORDING = re.compile(rf"\b(?:[Aa]ccording to|[Tt]old|met with|meeting with)[ \t]+(?={LETTER})")


# LODGE INFORMED THE DEPARTMENT: prose case has turned the surname into an ordinary word.
_OPENING = re.compile(
    rf"(?:^|[.,;:)][ \t]+|\n\s*)(?:\d+\.[ \t]+)?(?P<name>{LETTER}{{4,}})[ \t]+"
    r"(?:said|told|informed|asked|replied|stated|stressed|noted|suggested|urged|agreed|explained|"
    r"believes|believed|thinks|thought|argued|insisted|remarked|answered|responded)\b"
)


def find(reading: Reading) -> Sightings:
    """Single rare words before a verb of speech, or after words that call for a person."""
    for match in _OPENING.finditer(reading.view):
        folded, span = fold(match["name"]), Span(match.start("name"), match.end("name"))
        ordinary = folded in reading.lexicon.ordinary and folded in reading.lexicon.surnames
        if ordinary and span.of(reading.text).isupper() and match["name"].islower():
            yield span, 0.45
    for match in _BEFORE_VERB.finditer(reading.view):
        yield from _weighed(reading, Span(match.start("name"), match.end("name")))
    for match in _ACCORDING.finditer(reading.view):
        name = name_at(reading, match.end())
        if name is not None:
            yield from _weighed(reading, name)


def _weighed(reading: Reading, span: Span) -> Sightings:
    words = re.findall(rf"{LETTER}{{2,}}", span.of(reading.view))
    last = words[-1] if words else ""
    if not last or not may_be_name_word(reading, last) or fold(last) in reading.lexicon.ordinary:
        return
    # Firms and agencies speak too (COMIBOL SAID); in capitals only the name lists can decide.
    yield span, 0.6 if reading.lexicon.is_name(fold(last)) else 0.45


DETECTOR = Detector("reported-speech", "is reported to have spoken", find)
