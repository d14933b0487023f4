"""What is withheld, what is kept, and how the public copy is written."""

from __future__ import annotations

from typing import Any

from redact.sources import Edit, Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """One span to withhold.

    ``reasons``: exemptions with their categories, such as ``(b)(1) 1.4(b),(d)``. ``causes``: what
    in the policy or the text led to it, such as ``portion 2 CONFIDENTIAL`` or ``mention P3``.
    ``decided_by``: ``policy`` or the reviewer's name from a plan file. ``kind``: ``portion`` for
    text, otherwise the entity kind of a mention (PERSON for a name). ``amount`` and ``label`` are
    what the public copy shows instead; both are empty until the plan is complete.
    """

    span: Span
    reasons: tuple[str, ...]
    causes: tuple[str, ...]
    decided_by: str = "policy"
    kind: str = "portion"
    amount: str = ""
    label: str = ""

    @property
    def is_name(self) -> bool:
        """Whether this withholds a person's name rather than a passage."""
        return self.kind == "PERSON"


@dataclass(frozen=True, slots=True)
class Kept:
    """A mention that was considered and kept; ``reason`` says why. Never contains text."""

    span: Span
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sought:
    """A span of the original whose words the proof looks for in the public copy.

    ``kind`` is the entity kind: for a PERSON the surname alone is looked for too.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Declassification:
    """Evidence that a classified document was declassified.

    ``stamped``: it is a stamp in the document itself; otherwise the reviewer supplied it.
    """

    by: str | None
    on: str | None
    authority: str | None = None
    stamped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionPlan:
    """Everything to withhold from one source: sorted, disjoint; joined overlaps keep all reasons.

    ``edits`` are the changes that are not deletions: the header (an empty span) and cancelled
    banner lines. ``asked`` are spans left to the reviewer; they stay in the copy unless the
    reviewer decides otherwise. ``sought`` are the names and identifiers the proof looks for: those
    withheld individually and those inside withheld portions. ``parts`` are the redactions before
    overlaps were joined, which a reviewer decides individually.
    """

    source_sha256: str
    policy: str
    policy_sha256: str
    redactions: tuple[Redaction, ...]
    edits: tuple[Edit, ...] = ()
    kept: tuple[Kept, ...] = ()
    asked: tuple[Redaction, ...] = ()
    sought: tuple[Sought, ...] = ()
    parts: tuple[Redaction, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The plan as an entry of ``redact/plan/v1``, for a reviewer to edit; contains no text."""
        name, _, version = self.policy.rpartition(" ")
        items = [(part, "withhold") for part in self.parts] + [(a, "ask") for a in self.asked]
        items.sort(key=lambda item: item[0].span)
        return {
            "source": {"sha256": self.source_sha256},
            "policy": {"name": name, "version": version, "sha256": self.policy_sha256},
            "items": [_item(redaction, decision) for redaction, decision in items],
            "kept": [{**_place(k.span), "kind": k.kind, "reason": k.reason} for k in self.kept],
            "sought": [{**_place(s.span), "kind": s.kind} for s in self.sought],
        }


def _item(redaction: Redaction, decision: str) -> dict[str, Any]:
    return {
        "id": item_id(redaction.span),
        **_place(redaction.span),
        "kind": redaction.kind,
        "reasons": list(redaction.reasons),
        "causes": list(redaction.causes),
        "decision": decision,
        "decided_by": redaction.decided_by,
        "note": None,
    }


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def item_id(span: Span) -> str:
    """The id of a plan item: its span, so that an item moved by hand is noticed."""
    return f"{span.start}-{span.end}"
