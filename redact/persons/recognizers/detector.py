"""The interface of our recognizers: a name, a reason, and a function from reading to sightings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from redact.persons.candidate import Candidate
from redact.persons.views.reading import Reading
from redact.sources import Span
from redact.values import dataclass

Sightings = Iterator[tuple[Span, float]]


@dataclass(frozen=True, slots=True)
class Detector:
    """One way to find names that the language model misses.

    ``name`` goes into records; ``reason`` tells a reviewer why the detector takes its findings for
    names. ``find`` yields spans of the text with a score from 0 to 1.
    """

    name: str
    reason: str
    find: Callable[[Reading], Sightings]
    kind: str = "PERSON"

    def candidates(self, reading: Reading) -> tuple[Candidate, ...]:
        """Everything it finds in a document, in text order."""
        found = (
            Candidate(
                span=reading.joined.widened(span), detector=self.name, score=score, kind=self.kind
            )
            for span, score in self.find(reading)
        )
        return tuple(sorted(found, key=lambda c: (c.span, c.score)))
