"""What the text says a person is: evidence next to the name, never a list of people.

Where a person signs, classifies or drafts is told by the place of the mention; everything else by
the titles and descriptions beside any mention of the person.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from redact.persons.views.reading import Reading
from redact.persons.weighing.merging import Sighting

_BY_PLACE = {
    "signature": "signatory",
    "classification-authority": "classification-authority",
    "drafter": "drafter",
}

_AMERICAN = re.compile(r"\b(?:american|u\.?s\.?|amcit|us citizen|usc)\b", re.IGNORECASE)
_REACH = 60
_DATA = Path(__file__).parent.parent / "data" / "roles.txt"


def roles_of(
    reading: Reading, sightings: Sequence[Sighting], persons: Sequence[str | None]
) -> tuple[str, ...]:
    """One of `ROLES` for each sighting, in the same order."""
    said: dict[str, Counter[str]] = {}
    for sighting, person in zip(sightings, persons, strict=True):
        if person is not None:
            said.setdefault(person, Counter()).update(_evidence(reading, sighting))
    return tuple(
        _by_place(s.detectors) or _most(said.get(p or "", Counter()))
        for s, p in zip(sightings, persons, strict=True)
    )


def _by_place(detectors: Iterable[str]) -> str | None:
    return next((role for d, role in _BY_PLACE.items() if d in detectors), None)


def _evidence(reading: Reading, sighting: Sighting) -> Iterable[str]:
    view, span = reading.view, sighting.span
    before = view[max(0, span.start - _REACH) : span.start]
    after = view[span.end : span.end + _REACH]
    for role, leads, follows in _patterns():
        if leads.search(before) or follows.search(after):
            american = role == "foreign-private" and _AMERICAN.search(before[-30:] + after)
            yield "us-private" if american else role
            return


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """For each role, what may stand right before a name and what may follow it."""
    words: dict[str, list[str]] = {}
    role = ""
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            role = line.strip("[]")
        elif line and not line.startswith("#"):
            words.setdefault(role, []).append(line)
    return tuple((role, *_around("|".join(said))) for role, said in words.items())


def _around(words: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = rf"\b(?:{words})\b\.?[ \t]+(?:[A-Z][\w.]*[ \t]+)?$"
    after = r"^[ \t]*(?:,|\(|-{1,2}|is|was|who is)[ \t]*(?:\w+[ \t]+){0,3}?" rf"(?:{words})\b"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _most(said: Counter[str]) -> str:
    if not said:
        return "unknown"
    return min(said, key=lambda role: (-said[role], role))
