"""A named person, or another identifier, at one place of a text."""

from __future__ import annotations

from typing import Any

from redact.sources import Span
from redact.values import dataclass

TIERS = ("named", "possible")
ROLES = (
    "signatory",
    "classification-authority",
    "drafter",
    "us-official",
    "us-private",
    "foreign-official",
    "foreign-private",
    "public-figure",
    "unknown",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a person is named or identified.

    ``span``: code points of the source text, the name without title or rank. ``kind``: Presidio's
    entity name, PERSON for a name. ``tier``: ``named`` (withheld by policy) or ``possible`` (shown
    to the reviewer). ``person``: identity within the document such as ``P3``, ``None`` for other
    kinds. ``role``: one of `ROLES`. ``score``: 0 to 1, higher is more certain. ``detectors``: what
    found it, sorted. ``listed``: the role of a person of that name in a public register of
    officials, a hint without effect; ``None`` if there is none.
    """

    span: Span
    kind: str
    tier: str
    person: str | None
    role: str
    score: float
    detectors: tuple[str, ...]
    listed: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The mention as in ``redact/mentions/v1``, without the text of the name."""
        shape: dict[str, Any] = {
            "start": self.span.start,
            "end": self.span.end,
            "kind": self.kind,
            "tier": self.tier,
            "person": self.person,
            "role": self.role,
            "score": round(self.score, 3),
            "detectors": list(self.detectors),
        }
        return shape | ({"listed": self.listed} if self.listed else {})
