"""Words that announce a number: what Presidio finds in plain digits is certain only after them."""

from __future__ import annotations

import re
from dataclasses import replace

from redact.persons.candidate import Candidate
from redact.persons.views.reading import Reading

# Presidio's own recognizers give these a low score unless a word announces them.
_ANNOUNCEMENTS = {
    "EMAIL_ADDRESS": re.compile(r""),  # announced by its @ sign
    "US_SSN": re.compile(r"\b(?:SSN|SOCIAL SECURITY)\b.{0,20}$", re.IGNORECASE | re.DOTALL),
    "PHONE_NUMBER": re.compile(
        r"(?:\b(?:TEL|PHONE|FAX|CELL|MOBILE|CALL|NUMBER)\w*\b.{0,20}|[+(]\d*)$",
        re.IGNORECASE | re.DOTALL,
    ),
}
_REACH = 40


def announced(reading: Reading, candidate: Candidate) -> Candidate:
    """The candidate, with a higher score when the preceding words or its form identify it."""
    announcement = _ANNOUNCEMENTS.get(candidate.kind)
    if announcement is None or candidate.score >= 0.8:
        return candidate
    start = candidate.span.start
    if announcement.search(reading.view[max(0, start - _REACH) : start + 2]):
        return replace(candidate, score=0.8)
    return candidate
