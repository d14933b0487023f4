"""Numbers and dates that identify a person, each found by the words that announce it.

Presidio's own recognizers know none of these in the forms telegrams use, and without the
announcing word any seven digits of a telegram would look like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from redact.persons.candidate import Candidate
from redact.persons.identifier_patterns import PATTERNS
from redact.persons.reading import Reading
from redact.persons.recognizers.detector import Detector, Sightings
from redact.sources import Span


def _finder(expression: str, score: float) -> Callable[[Reading], Sightings]:
    pattern = re.compile(expression.replace("[ ]", r"[ \t]"), re.IGNORECASE)

    def find(reading: Reading) -> Sightings:
        for match in pattern.finditer(reading.view):
            start, end = match.span("value")
            written = match["value"]
            end -= len(written) - len(written.rstrip(" .-/"))
            yield Span(start, end), score

    return find


IDENTIFIERS: tuple[Detector, ...] = tuple(
    Detector(f"announced-{kind.lower().replace('_', '-')}-{number}", reason, _finder(e, s), kind)
    for number, (kind, reason, s, e) in enumerate(PATTERNS, start=1)
)


# Presidio's own recognizers give these a low score until a word announces them.
_ANNOUNCEMENTS = {
    "EMAIL_ADDRESS": re.compile(r""),  # the sign in it announces itself
    "US_SSN": re.compile(r"\b(?:SSN|SOCIAL SECURITY)\b.{0,20}$", re.IGNORECASE | re.DOTALL),
    "PHONE_NUMBER": re.compile(
        r"(?:\b(?:TEL|PHONE|FAX|CELL|MOBILE|CALL|NUMBER)\w*\b.{0,20}|[+(]\d*)$",
        re.IGNORECASE | re.DOTALL,
    ),
}
_REACH = 40


def announced(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate, surer when the words before it or its own form say what it is."""
    announcement = _ANNOUNCEMENTS.get(candidate.kind)
    if announcement is None or candidate.score >= 0.8:
        return candidate
    start = candidate.span.start
    if announcement.search(reading.view[max(0, start - _REACH) : start + 2]):
        return replace(candidate, score=0.8)
    return candidate
