"""Names that name something else: streets, firms, universities, treaties, ships."""

from __future__ import annotations

import re

from redact.persons.lexicon import fold
from redact.persons.reading import Reading
from redact.persons.words import LETTER
from redact.sources import Span

# FREDERICKS, KANE AND ASSOCIATES; Baldwin & Sons; Smith, Inc.
_FIRM = re.compile(
    rf"(?:,[ \t]*{LETTER}+){{0,3}},?[ \t]+(?:(?:and|&|AND|And)[ \t]+)?"
    r"(?:associates|sons|partners|company|co|inc|ltda?|bros|brothers|incorporated|corp|limited)\b",
    re.IGNORECASE,
)


def institution(reading: Reading, span: Span) -> bool:
    """Whether the words of ``span`` name something called after a person.

    A street, a firm, a university, a treaty, a ship: Quimbly Avenue, CALLE BUENO, MINA MATILDE.
    """
    if reading.organisations.touches(span):
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


def _is_prose_word(reading: Reading, span: Span, word: str) -> bool:
    """Whether prose writes the word small: "Sadykov plan" is his plan, "Marshall Plan" is not."""
    at = reading.text[span.end : span.end + 30].find(word)
    return word.islower() and at >= 0
