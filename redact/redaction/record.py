"""The audit record of one document: what was decided, by what authority, with what result.

It holds no text of the document and no hash of anything withheld: a hash of a name can be guessed.
All places are those of the original.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable
from typing import Any, Protocol

import redact
from redact.documents.model import Document
from redact.findings import Finding
from redact.markings.marking import level_rank
from redact.policy.model import Policy
from redact.redaction.apply import Placement, original_offset, placements
from redact.redaction.gate import Barrier
from redact.redaction.model import Redaction, RedactionPlan
from redact.redaction.portions import HandledPortion, handle_portions
from redact.redaction.reread import recorded_placements
from redact.redaction.spans import covered
from redact.redaction.verify import Verification
from redact.sources import Source, Span
from redact.values import dataclass

FORMAT = "redact/audit-record/v1"
NOT_EXAMINED = (
    "attachments, enclosures and documents that the text refers to",
    "whether a passage identifies a person without naming one",
    "whether another document of the set shows what is withheld here",
)


class Model(Protocol):
    """A language model as the record names it."""

    @property
    def name(self) -> str:
        """Name of its package."""

    @property
    def version(self) -> str:
        """Version of its package."""

    @property
    def sha256(self) -> str:
        """SHA-256 over its files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a record says beside the document: under which policies, when, with which models.

    ``policy`` says what is withheld, ``profile`` which rules the marks were checked by.
    """

    policy: Policy
    profile: Policy
    as_of: datetime.date
    models: tuple[Model, ...] = ()
    not_examined: tuple[str, ...] = NOT_EXAMINED


@dataclass(frozen=True, slots=True)
class PublicCopy:
    """The public copy as it stands on disk: its name below the folder of public copies."""

    name: str
    data: bytes
    text: str


def make_record(
    document: Document,
    plan: RedactionPlan | None,
    circumstances: Circumstances,
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
    the public copy; their places are told in the original.
    """
    source = document.source
    redactions = plan.redactions if plan else ()
    placed = placements(plan) if plan else ()
    return {
        "format": FORMAT,
        "tool": f"redact {redact.__version__}",
        "as_of": circumstances.as_of.isoformat(),
        "stage": "record",
        "policy": _policy(circumstances.policy),
        "profile": _policy(circumstances.profile),
        "models": [
            {"name": m.name, "version": m.version, "sha256": m.sha256} for m in circumstances.models
        ],
        "original": {"name": name, "sha256": source.sha256, "characters": len(source.text)},
        "public": public
        and {
            "name": public.name,
            "sha256": hashlib.sha256(public.data).hexdigest(),
            "characters": len(public.text),
        },
        "document": _facts(document),
        "outcome": _outcome(plan, public),
        "gate": [{"rule": b.rule, "why": b.why, "remedy": b.remedy} for b in gate],
        "banner": _banner(document),
        "portions": [_portion(p, redactions, source, plan) for p in handle_portions(document)],
        "redactions": [_redaction(r, source) for r in redactions],
        "asked": [
            {**_place(a.span, source), "kind": a.kind, "reason": "; ".join(a.reasons)}
            for a in (plan.asked if plan else ())
        ],
        "edits": [
            {
                "kind": "banner" if len(edit.span) else "header",
                "start": edit.span.start,
                "end": edit.span.end,
                "text": edit.text,
            }
            for edit in (plan.edits if plan else ())
        ],
        "kept": [
            {**_place(k.span, source), "kind": k.kind, "reason": k.reason}
            for k in (plan.kept if plan else ())
        ],
        "sought": [
            {"start": s.span.start, "end": s.span.end, "kind": s.kind}
            for s in (plan.sought if plan else ())
        ],
        "findings": [
            *(_finding(f, f.span, source, "record") for f in findings),
            *(
                _finding(f, _original_span(f.span, placed), source, "release")
                for f in released_findings
            ),
        ],
        "not_examined": list(circumstances.not_examined),
        "statement": _statement(plan, public, circumstances.policy),
        "verification": (verification or Verification("not-proved", ())).to_dict(),
        "previous": previous,
    }


def with_release_findings(
    record: dict[str, Any], source: Source, findings: Iterable[Finding]
) -> dict[str, Any]:
    """The record of an original with other findings of its public copy."""
    placed = recorded_placements(record)
    kept = [finding for finding in record["findings"] if finding["stage"] != "release"]
    new = [_finding(f, _original_span(f.span, placed), source, "release") for f in findings]
    return {**record, "findings": [*kept, *new]}


def record_bytes(record: dict[str, Any]) -> bytes:
    """A record as the bytes of its file; equal records give equal bytes."""
    return (json.dumps(record, indent=2, ensure_ascii=False) + "\n").encode()


def _policy(policy: Policy) -> dict[str, Any]:
    return {
        "name": policy.name,
        "version": policy.version,
        "chain": list(policy.chain),
        "sha256": policy.sha256,
    }


def _facts(document: Document) -> dict[str, Any]:
    telegram = document.telegram
    number = telegram.message_number if telegram else None
    order = telegram.executive_order if telegram else None
    declassify_on = order.declassify_on if order else None
    return {
        "kind": document.kind,
        "classification": document.level,
        "captions": [caption.name for caption in telegram.captions] if telegram else [],
        "message_number": number.id if number else None,
        "date": document.date.isoformat() if document.date else None,
        "declassify_on": declassify_on.isoformat() if declassify_on else None,
        "reasons": [str(r) for r in document.authority.reasons] if document.authority else [],
    }


def _banner(document: Document) -> dict[str, str | None]:
    line = document.classification_line
    levels = [p.marking.level for p in document.portions if p.marking and p.marking.level]
    return {
        "found": line.marking.banner() if line and line.marking else None,
        "required": max(levels, key=level_rank, default=None),
    }


def _portion(
    handled: HandledPortion,
    redactions: tuple[Redaction, ...],
    source: Source,
    plan: RedactionPlan | None,
) -> dict[str, Any]:
    portion = handled.portion
    touching = [r for r in redactions if any(r.span.overlaps(own) for own in handled.own)]
    passages = [r.span for r in touching if not r.is_name]
    if plan is None or (handled.own and all(covered(own, passages) for own in handled.own)):
        decision = "withhold"
    else:
        decision = "withhold-names" if touching else "release"
    return {
        "number": portion.number,
        "kind": portion.kind,
        "mark": portion.marking.portion() if portion.marking else None,
        "level": handled.level,
        "decision": decision,
        "reasons": sorted({reason for r in touching for reason in r.reasons}),
        **_place(portion.span, source),
    }


def _redaction(redaction: Redaction, source: Source) -> dict[str, Any]:
    return {
        **_place(redaction.span, source),
        "reasons": list(redaction.reasons),
        "causes": list(redaction.causes),
        "decided_by": redaction.decided_by,
        "amount": redaction.amount,
        "label": redaction.label,
    }


def _place(span: Span, source: Source) -> dict[str, int]:
    return {"start": span.start, "end": span.end, "line": source.line_col(span.start)[0]}


def _original_span(span: Span, placed: tuple[Placement, ...]) -> Span:
    start = original_offset(span.start, placed)
    return Span(start, max(start, original_offset(span.end, placed)))


def _finding(finding: Finding, span: Span, source: Source, stage: str) -> dict[str, Any]:
    line, column = source.line_col(span.start)
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "start": span.start,
        "end": span.end,
        "line": line,
        "column": column,
        "message": finding.message,
        "authority": [{"id": a.id, "cite": a.cite} for a in finding.authority],
        "remedy": finding.fix,
        "waiver": finding.waiver
        and {
            "reason": finding.waiver.reason,
            "approver": finding.waiver.approver,
            "expires": finding.waiver.expires.isoformat(),
        },
        "stage": stage,
    }


def _outcome(plan: RedactionPlan | None, public: PublicCopy | None) -> str:
    if plan is None or public is None:
        return "not-released"
    return "released-in-part" if plan.redactions else "released-in-full"


def _statement(plan: RedactionPlan | None, public: PublicCopy | None, policy: Policy) -> str:
    under = f"under the policy {policy.name} {policy.version}"
    if plan is None:
        return f"Not released {under}: what the gate names must be corrected or waived first."
    if public is None:
        return f"Not released {under}: the public copy was not kept."
    if not plan.redactions:
        return f"Released in full {under}: nothing was withheld."
    names = sum(r.is_name for r in plan.redactions)
    passages = len(plan.redactions) - names
    counted = [
        f"{n} {what}{'' if n == 1 else 's'}"
        for n, what in ((names, "name"), (passages, "passage"))
        if n
    ]
    return (
        f"Released in part {under}: {' and '.join(counted)} withheld. All that the policy does not "
        "withhold is released; outside the deletions and the recorded edits nothing was changed."
    )
