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

_NEXT_IN_LIST = re.compile(r"\r?\n[ \t]*(?=[^\W\d_][\w'’-]+,[ \t]{1,3}[^\W\d_])")
"""The line end before another person of a list: ``..., PORT EXAMPLE`` / ``ROE, JANE, ...``"""
_LONGEST_SURNAME = 40


def _finder(expression: str, score: float) -> Callable[[Reading], Sightings]:
    pattern = re.compile(expression.replace("[ ]", r"[ \t]"), re.IGNORECASE)

    def find(reading: Reading) -> Sightings:
        for match in pattern.finditer(reading.view):
            start, end = match.span("value")
            following = _NEXT_IN_LIST.search(reading.text, start, end + _LONGEST_SURNAME)
            if following is not None:
                end = min(end, following.start())
            written = reading.view[start:end]
            end -= len(written) - len(written.rstrip(" .-/"))
            yield Span(start, end), score

    return find


IDENTIFIERS: tuple[Detector, ...] = tuple(
    Detector(f"announced-{kind.lower().replace('_', '-')}-{number}", reason, _finder(e, s), kind)
    for number, (kind, reason, s, e) in enumerate(PATTERNS, start=1)
)
