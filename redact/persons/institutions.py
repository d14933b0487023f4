"""Names that name something else: streets, firms, universities, treaties, ships."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.reading import Reading
from redact.persons.words import LETTER, words_of
from redact.sources import Span

# FREDERICKS, KANE AND ASSOCIATES; Baldwin & Sons; Smith, Inc.
_FIRM = re.compile(
    rf"(?:,[ \t]*{LETTER}+){{0,3}},?[ \t]+(?:(?:and|&|AND|And)[ \t]+)?"
    r"(?:associates|sons|partners|company|co|inc|ltda?|bros|brothers|incorporated|corp|limited|plc|llp|gmbh|"
    r"s\.[ \t]?p\.[ \t]?a\.?|s\.[ \t]?a\.(?!\w)|s\.r\.l\.|"
    r"united(?=[ \t]+(?:corp|inc|ltd|co)\b|[ \t]*[.,;:)]|[ \t]+[a-z]+(?:ed|s)\b))(?!\w)",
    re.IGNORECASE,
)
_SHIP = re.compile(r"\b(?:M/?[VTY]|S/[SVY]|F/V|R/V|USCGC|HMCS|HMAS|INS|TSS|MSC?)[ \t]+[\"“']?$")


def institution(reading: Reading, span: Span) -> bool:
    """Whether the words of ``span`` name something called after a person.

    A street, a firm, a university, a treaty, a ship: Quimbly Avenue, CALLE BUENO, MINA MATILDE.
    """
    if reading.organisations.touches(span) or _is_house(reading, span):
        return True
    last = list(words_of(reading.view, span))[1:][-1:]
    if any(_FIRM.match(reading.view, w.span.start - 1) for w in last):
        return True
    if _SHIP.search(reading.text[max(0, span.start - 12) : span.start]):
        return True
    following = reading.view[span.end : span.end + 80]
    if _FIRM.match(following):
        return True
    after = re.match(rf"[ \t]+({LETTER}+)\b", following)
    if after and fold(after[1]) in reading.lexicon.demonyms and after[1][0].isupper():
        return True  # Lloyd Aereo Boliviano
    if after and fold(after[1]) in reading.lexicon.institutions:
        return not _is_prose_word(reading, span, after[1])
    before = re.search(
        rf"({LETTER}+)\.?[ \t]+$", reading.view[max(0, span.start - 30) : span.start]
    )
    return bool(before and fold(before[1]) in reading.lexicon.dedications)


def _is_house(reading: Reading, span: Span) -> bool:
    """Whether the name is that of a firm or foundation, unless a title stands before it."""
    words = " ".join(word.folded for word in words_of(reading.view, span))
    if words not in reading.lexicon.houses:
        return False
    before = re.search(
        rf"({LETTER}+)\.?[ \t]+$", reading.view[max(0, span.start - 30) : span.start]
    )
    return not (before and fold(before[1]) in reading.lexicon.titles)


def _is_prose_word(reading: Reading, span: Span, word: str) -> bool:
    """Whether prose writes the word small: "Sadykov plan" is his plan, "Marshall Plan" is not."""
    at = reading.text[span.end : span.end + 30].find(word)
    return word.islower() and at >= 0
