"""Persons to or from whom a paper is written: MEMORANDUM FOR: ZELDA HARROW, From: R. B. Callow."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.views.reading import Reading
from redact.persons.views.zones import spans_of
from redact.persons.weighing.name_shape import NOT_INITIALS
from redact.persons.words import LETTER
from redact.sources import Span

_ENTRY = re.compile(
    r"^[ \t]*(?:(?:ACTION |INFORMATION )?MEMORANDUM (?:FOR|TO)\b[ \t]?:?"
    r"|(?:TO|FROM|THRU|THROUGH|VIA|CC|ATTN|ATTENTION)[ \t]?:)[ \t]*"
    r"(?:[A-Z]{1,6}(?:/[A-Z]{1,6}){0,3}[ \t]{1,3}[-\u2013][ \t]{1,3})?"
    rf"(?P<name>(?P<first>{LETTER}{{3,}}|(?:{LETTER}\.[ \t]?){{1,3}}(?={LETTER}{{3,}}))"
    rf"(?P<rest>(?:[ \t]{{0,2}}(?:{LETTER}\.|{LETTER}{{2,}}(?:[-'\u2019]{LETTER}+)?)){{1,3}}))"
    r"[ \t]*(?=[,;\r\n]|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A line of the address with one person, perhaps behind the symbol of an office (``EUR - ``)."""
_WORD = re.compile(rf"{LETTER}{{2,}}")


def find(reading: Reading) -> Sightings:
    """Forename or initials and surname that are the whole entry. Its place shows that the surname
    is one, even when it is also an ordinary word.
    """
    for heading in spans_of(reading.document, frozenset({"heading"})):
        for entry in _ENTRY.finditer(reading.text, heading.start, heading.end):
            first = entry["first"]
            initials = "." in first and not NOT_INITIALS.match(first)
            named = initials or _is_only_a_forename(reading, fold(first))
            words = [fold(word) for word in _WORD.findall(entry["rest"])]
            if named and words and not any(_is_of_office(reading, word) for word in words):
                yield Span(*entry.span("name")), 0.85


def _is_only_a_forename(reading: Reading, word: str) -> bool:
    """Whether a word is a forename and nothing else: not Grant (Program), not Georgia (Power)."""
    lexicon = reading.lexicon
    other = word in lexicon.ordinary or word in lexicon.places
    return word in lexicon.forenames and not other


def _is_of_office(reading: Reading, word: str) -> bool:
    lexicon = reading.lexicon
    return (
        word in lexicon.offices
        or word in lexicon.institutions
        or word in lexicon.small_words
        or word in lexicon.titles
        or word in lexicon.places
        or word in reading.acronyms
    )


DETECTOR = Detector("addressee", "is addressed by the paper or sends it", find)
