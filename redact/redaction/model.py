"""What is withheld, what is kept, and how the public copy is written."""

from __future__ import annotations

from dataclasses import dataclass

from redact.sources import Edit, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Redaction:
    """One stretch to withhold.

    ``reasons``: exemptions with their categories, such as ``(b)(1) 1.4(b),(d)``. ``causes``: what
    in the policy or the text led to it, such as ``portion 2 CONFIDENTIAL`` or ``mention P3``.
    ``decided_by``: ``policy`` or the reviewer's name from a plan file.
    """

    span: Span
    reasons: tuple[str, ...]
    causes: tuple[str, ...]
    decided_by: str = "policy"


@dataclass(frozen=True, slots=True)
class Kept:
    """A mention that was looked at and left to stand: ``reason`` says why. Never holds text."""

    span: Span
    kind: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionPlan:
    """Everything to withhold from one source: sorted, disjoint; joined overlaps keep all reasons.

    ``edits`` are the changes that are no deletions: the header, cancelled banner lines. ``asked``
    are stretches left to the reviewer; they stay in the copy unless the reviewer says otherwise.
    """

    source_sha256: str
    policy: str
    redactions: tuple[Redaction, ...]
    edits: tuple[Edit, ...] = ()
    kept: tuple[Kept, ...] = ()
    asked: tuple[Redaction, ...] = ()
