"""The entries of an audit record: document, banner, portion, deletion, finding. None holds text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any

from redact.documents.model import Document
from redact.findings import Finding
from redact.markings.marking import level_rank
from redact.policy.model import Policy
from redact.redaction.apply import Placement, original_offset
from redact.redaction.model import Kept, Redaction, RedactionPlan, Sought
from redact.redaction.portions import HandledPortion
from redact.redaction.spans import covered, place_of
from redact.sources import Edit, Source, Span


def policy_entry(policy: Policy) -> dict[str, Any]:
    """The policy, the files it consists of, and the hash of its content."""
    return {
        "name": policy.name,
        "version": policy.version,
        "chain": list(policy.chain),
        "sha256": policy.sha256,
    }


def withholds_above(policy: Policy) -> str | None:
    """The lowest level above which the policy withholds portions, ``None`` when it keeps all."""
    levels = [line.portions_above for line in policy.withhold if line.portions_above is not None]
    return min(levels, key=level_rank, default=None)


def document_entry(document: Document) -> dict[str, Any]:
    """What the document states: kind, level, captions, number, dates, reason categories."""
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


def banner_entry(document: Document) -> dict[str, str | None]:
    """The banner line found, and the highest level stated by a portion."""
    line = document.classification_line
    levels = [p.marking.level for p in document.portions if p.marking and p.marking.level]
    return {
        "found": line.marking.banner() if line and line.marking else None,
        "required": max(levels, key=level_rank, default=None),
    }


def portion_entry(
    handled: HandledPortion,
    redactions: tuple[Redaction, ...],
    source: Source,
    plan: RedactionPlan | None,
) -> dict[str, Any]:
    """One portion: its number, its mark, the level it is handled at, and the decision."""
    portion = handled.portion
    touching = tuple(dict.fromkeys(r for own in handled.own for r in _touching(redactions, own)))
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
        **place_of(portion.span, source),
    }


def _touching(redactions: tuple[Redaction, ...], span: Span) -> tuple[Redaction, ...]:
    first = bisect_right(redactions, span.start, key=lambda r: r.span.end)
    last = bisect_left(redactions, span.end, first, key=lambda r: r.span.start)
    return redactions[first:last]


def redaction_entry(redaction: Redaction, source: Source) -> dict[str, Any]:
    """One deletion with its span, reasons and label."""
    return {
        **place_of(redaction.span, source),
        "reasons": list(redaction.reasons),
        "causes": list(redaction.causes),
        "decided_by": redaction.decided_by,
        "amount": redaction.amount,
        "label": redaction.label,
    }


def asked_entry(asked: Redaction, source: Source) -> dict[str, Any]:
    """One span left to the reviewer, and why it would be withheld."""
    return {**place_of(asked.span, source), "kind": asked.kind, "reason": "; ".join(asked.reasons)}


def edit_entry(edit: Edit) -> dict[str, Any]:
    """The header, which replaces no text of the original, or a cancelled banner line."""
    return {
        "kind": "banner" if len(edit.span) else "header",
        "start": edit.span.start,
        "end": edit.span.end,
        "text": edit.text,
    }


def kept_entry(kept: Kept, source: Source) -> dict[str, Any]:
    """One span that was considered and kept."""
    return {**place_of(kept.span, source), "kind": kept.kind, "reason": kept.reason}


def sought_entry(sought: Sought) -> dict[str, Any]:
    """One span whose words the proof looks for."""
    return {"start": sought.span.start, "end": sought.span.end, "kind": sought.kind}


def exemption_entries(redactions: Iterable[Redaction], policy: Policy) -> list[dict[str, str]]:
    """The exemptions claimed, as the policy titles and cites them, in order of code.

    A reason begins with the code of its exemption; one from a reviewer may be in no policy.
    """
    reasons = {reason for redaction in redactions for reason in redaction.reasons}
    claimed = [
        exemption
        for code, exemption in sorted(policy.exemptions.items())
        if any(reason == code or reason.startswith(f"{code} ") for reason in reasons)
    ]
    return [{"code": e.code, "title": e.title, "cite": e.cite} for e in claimed]


def original_span(span: Span, placed: tuple[Placement, ...]) -> Span:
    """The span of the original for a span of the public copy."""
    start = original_offset(span.start, placed)
    return Span(start, max(start, original_offset(span.end, placed)))


def finding_entry(finding: Finding, span: Span, source: Source, stage: str) -> dict[str, Any]:
    """One finding at ``span`` of the original; ``stage`` says which text was checked."""
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
