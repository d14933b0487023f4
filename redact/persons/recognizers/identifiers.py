"""Numbers and dates that identify a person, each found by the words that announce it.

Presidio's own recognizers know none of these in the forms used in telegrams, and without the
announcing word any seven digits of a telegram would look like one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from redact.persons.recognizers.detector import Detector, Sightings
from redact.persons.recognizers.identifier_patterns import PATTERNS
from redact.persons.views.reading import Reading
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
