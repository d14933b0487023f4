"""What every recognizer of ours is: a name, a reason, and a function from reading to sightings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from redact.persons.candidate import Candidate
from redact.persons.views.reading import Reading
from redact.sources import Span
from redact.values import dataclass

Sightings = Iterator[tuple[Span, float]]


@dataclass(frozen=True, slots=True)
class Detector:
    """One way to find what the language model does not see.

    ``name`` goes into records; ``reason`` tells a reviewer why the detector believes what it
    found. ``find`` yields spans of the text with a score from 0 to 1.
    """

    name: str
    reason: str
    find: Callable[[Reading], Sightings]
    kind: str = "PERSON"

    def candidates(self, reading: Reading) -> tuple[Candidate, ...]:
        """Everything it finds in a document, in order of place."""
        found = (
            Candidate(
                span=reading.joined.widened(span), detector=self.name, score=score, kind=self.kind
            )
            for span, score in self.find(reading)
        )
        return tuple(sorted(found, key=lambda c: (c.span, c.score)))
