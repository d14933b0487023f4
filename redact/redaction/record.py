"""The audit record of one document: what was decided, by what authority, with what result.

It contains no document text and no hash of anything withheld, since a name can be guessed from its
hash. All offsets are those of the original.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

import redact
from redact.documents.model import Document
from redact.findings import Finding
from redact.policy.model import Policy
from redact.redaction.apply import placements
from redact.redaction.gate import Barrier
from redact.redaction.model import RedactionPlan
from redact.redaction.portions import handle_portions
from redact.redaction.publication import recorded_placements
from redact.redaction.record_entries import (
    asked_entry,
    banner_entry,
    document_entry,
    edit_entry,
    exemption_entries,
    finding_entry,
    kept_entry,
    original_span,
    policy_entry,
    portion_entry,
    redaction_entry,
    sought_entry,
    withholds_above,
)
from redact.redaction.release_statement import outcome, statement
from redact.redaction.review_context import PublicCopy, ReviewContext
from redact.redaction.verification import Verification
from redact.sources import Source

FORMAT = "redact/audit-record/v1"
UNLINKED = '"previous": null\n}\n'
"""The end of the text of a record that does not name a previous record."""


def make_record(
    document: Document,
    plan: RedactionPlan | None,
    context: ReviewContext,
    *,
    name: str,
    findings: Iterable[Finding],
    gate: tuple[Barrier, ...] = (),
    public: PublicCopy | None = None,
    released_findings: Iterable[Finding] = (),
    verification: Verification | None = None,
    previous: str | None = None,
) -> dict[str, Any]:
    """The record as ``redact/audit-record/v1``; ``name`` is the document's relative path.

    ``plan`` is ``None`` when the gate held the document back. ``released_findings`` are those of
    the public copy; they are given at their positions in the original.
    """
    source = document.source
    placed = placements(plan) if plan else ()
    return {
        "format": FORMAT,
        "tool": f"redact {redact.__version__}",
        **_context(context),
        **_texts(source, name, public),
        "document": document_entry(document),
        "outcome": outcome(plan, public),
        "gate": [{"rule": b.rule, "why": b.why, "remedy": b.remedy} for b in gate],
        "banner": banner_entry(document),
        **_decisions(document, plan, context.policy),
        "findings": [
            *(finding_entry(f, f.span, source, "record") for f in findings),
            *(
                finding_entry(f, original_span(f.span, placed), source, "release")
                for f in released_findings
            ),
        ],
        "not_examined": list(context.not_examined),
        "statement": statement(plan, public, context.policy),
        "verification": (verification or Verification("not-proved", ())).to_dict(),
        "previous": previous,
    }


def _context(context: ReviewContext) -> dict[str, Any]:
    """When, under which policies and with which language models the decisions were made."""
    return {
        "as_of": context.as_of.isoformat(),
        "stage": "record",
        "policy": policy_entry(context.policy),
        "profile": policy_entry(context.profile),
        "withholds_above": withholds_above(context.policy),
        "models": [
            {"name": m.name, "version": m.version, "sha256": m.sha256} for m in context.models
        ],
    }


def _texts(source: Source, name: str, public: PublicCopy | None) -> dict[str, Any]:
    """The original and, if there is one, its public copy."""
    return {
        "original": {"name": name, "sha256": source.sha256, "characters": len(source.text)},
        "public": public
        and {
            "name": public.name,
            "sha256": hashlib.sha256(public.data).hexdigest(),
            "characters": len(public.text),
        },
    }


def _decisions(document: Document, plan: RedactionPlan | None, policy: Policy) -> dict[str, Any]:
    """Every decision on the document; without a plan the only one is to withhold it."""
    source = document.source
    redactions = plan.redactions if plan else ()
    entries: dict[str, Any] = {
        "portions": [portion_entry(p, redactions, source, plan) for p in handle_portions(document)],
        "redactions": [redaction_entry(r, source) for r in redactions],
        "exemptions": exemption_entries(redactions, policy),
        **{key: [] for key in ("asked", "edits", "kept", "sought")},
    }
    if plan is not None:
        entries["asked"] = [asked_entry(a, source) for a in plan.asked]
        entries["edits"] = [edit_entry(edit) for edit in plan.edits]
        entries["kept"] = [kept_entry(k, source) for k in plan.kept]
        entries["sought"] = [sought_entry(s) for s in plan.sought]
    return entries


def with_release_findings(
    record: dict[str, Any], source: Source, findings: Iterable[Finding]
) -> dict[str, Any]:
    """The record of an original with the findings of its public copy replaced."""
    placed = recorded_placements(record)
    kept = [finding for finding in record["findings"] if finding["stage"] != "release"]
    new = [finding_entry(f, original_span(f.span, placed), source, "release") for f in findings]
    return {**record, "findings": [*kept, *new]}


def record_bytes(record: dict[str, Any]) -> bytes:
    """The bytes of a record's file; equal records give equal bytes."""
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()


def linked_bytes(record: bytes, previous: str | None) -> bytes:
    """The bytes of a record that ends with `UNLINKED`, with the hash of the previous one filled in.

    Parsing and rewriting the record just for its last line would take ten times as long.
    """
    end = f'"previous": {json.dumps(previous)}\n}}\n'
    return record[: -len(UNLINKED)] + end.encode()
