"""Plan files: a plan written down for a reviewer to edit.

Format ``redact/plan/v1``. A file holds no text, only places; so it belongs to one state of one
document and one policy, and is refused when either has changed (`redact.redaction.reviewed_plan`).
"""

from __future__ import annotations

from typing import Any

import redact
from redact.policy.model import Policy
from redact.redaction.model import Redaction, RedactionPlan
from redact.redaction.spans import place_of
from redact.sources import Source, Span

FORMAT = "redact/plan/v1"
DECISIONS = ("withhold", "release", "ask")
POLICY = "policy"
"""Who decided an item that no reviewer has touched."""


def plan_file(documents: list[dict[str, Any]]) -> dict[str, Any]:
    """A plan file over the plans of one or more documents, each made by `plan_entry`."""
    return {"format": FORMAT, "tool": f"redact {redact.__version__}", "documents": documents}


def plan_entry(plan: RedactionPlan, source: Source, policy: Policy, *, name: str) -> dict[str, Any]:
    """The plan of one document as a plan file holds it; ``name`` is its relative path."""
    items = [(r, "withhold") for r in plan.parts] + [(a, "ask") for a in plan.asked]
    items.sort(key=lambda item: item[0].span)
    return {
        "source": {"name": name, "sha256": source.sha256, "characters": len(source.text)},
        "policy": {"name": policy.name, "version": policy.version, "sha256": policy.sha256},
        "items": [_item(redaction, decision, source) for redaction, decision in items],
        "kept": [
            {**place_of(k.span, source), "kind": k.kind, "reason": k.reason} for k in plan.kept
        ],
        "sought": [{**place_of(s.span, source), "kind": s.kind} for s in plan.sought],
    }


def _item(redaction: Redaction, decision: str, source: Source) -> dict[str, Any]:
    return {
        "id": item_id(redaction.span),
        **place_of(redaction.span, source),
        "kind": redaction.kind,
        "reasons": list(redaction.reasons),
        "causes": list(redaction.causes),
        "decision": decision,
        "decided_by": redaction.decided_by,
        "note": None,
    }


def item_id(span: Span) -> str:
    """The id of an item: its place, so that an item that was moved by hand is noticed."""
    return f"{span.start}-{span.end}"
