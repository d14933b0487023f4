"""A recognizer's proposal, before the whole document is weighed."""

from __future__ import annotations

from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A span of the source text that may name or identify a person.

    ``kind`` is Presidio's entity name; ``detector`` is the recognizer or step that proposed it;
    ``score`` is 0 to 1. ``is_part``: it is a piece of a longer name split by a page heading.
    """

    span: Span
    detector: str
    score: float
    kind: str = "PERSON"
    is_part: bool = False
