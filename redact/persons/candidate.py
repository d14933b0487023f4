"""What a recognizer proposes, before the whole document is weighed."""

from __future__ import annotations

from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch of the source text that may name a person, or identify one.

    ``kind`` is Presidio's entity name; ``detector`` says which recognizer or step proposed it;
    ``score`` is 0 to 1. ``is_part``: it is a piece of a longer name that a page heading cuts.
    """

    span: Span
    detector: str
    score: float
    kind: str = "PERSON"
    is_part: bool = False
