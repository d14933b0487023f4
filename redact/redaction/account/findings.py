"""The findings of a record: the rules are run again on original and public copy."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from redact import engine
from redact.documents.model import Document
from redact.findings import Finding, Publication, Withheld
from redact.markings.register import load_register
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.redaction.account.differences import compare
from redact.redaction.account.offsets import Offsets
from redact.redaction.claim import read_claim
from redact.redaction.verification import Difference
from redact.sources import Span

SET_RULES = frozenset(
    (
        "class-copies-conflict",
        "env-section-sequence",
        "red-copies-conflict",
        "red-cross-document",
        "ref-restricted-caption",
    )
)
"""Rules that look at other documents of the set, which a single record does not name."""

_RELEASE = "public-release"


def check_findings(
    record: Mapping[str, Any], original: Document, copy: Document, profile: Policy
) -> Iterator[Difference]:
    """Where the findings of a record differ from those of its texts, except rules about sets."""
    try:
        as_of = datetime.date.fromisoformat(record["as_of"])
    except ValueError:
        yield Difference("$.as_of", "is not a date")
        return
    places = Offsets.of(read_claim(record))
    marks = engine.check(original, profile, load_register(original.register), as_of=as_of)
    release = load_policy(_RELEASE)
    shown = engine.check(
        copy,
        release,
        load_register(copy.register),
        as_of=as_of,
        stage="release",
        publication=_publication(record, places, original),
    )
    expected = [_entry(f, f.span, "record") for f in marks if f.rule not in SET_RULES]
    expected += [
        _entry(f, places.in_original(f.span), "release") for f in shown if f.rule not in SET_RULES
    ]
    own = [n for n, f in enumerate(record["findings"]) if f["rule"] not in SET_RULES]
    found = [record["findings"][n] for n in own]
    if len(expected) != len(found):
        yield from compare(expected, found, "$.findings")
        return
    for number, entry in zip(own, expected, strict=True):
        yield from compare(entry, record["findings"][number], f"$.findings[{number}]")
    yield from _of_sets(record["findings"], profile, release)


def _of_sets(
    findings: list[Mapping[str, Any]], profile: Policy, release: Policy
) -> Iterator[Difference]:
    """Where findings about sets differ from the policy in severity or authority."""
    for number, finding in enumerate(findings):
        if finding["rule"] not in SET_RULES:
            continue
        policy = profile if finding["stage"] == "record" else release
        path = f"$.findings[{number}]"
        binding = policy.rules.get(finding["rule"])
        if binding is None:
            yield Difference(f"{path}.rule", "is not a rule of its policy")
            continue
        named = [{"id": n, "cite": policy.authorities[n].cite} for n in binding.authority]
        yield from compare({"authority": named}, finding, path)
        if finding["severity"] not in {"note", *(s.value for s in binding.severity.values())}:
            yield Difference(f"{path}.severity", "is not one the policy gives")


def _entry(finding: Finding, span: Span, stage: str) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "start": span.start,
        "end": span.end,
        "message": finding.message,
        "authority": [{"id": a.id, "cite": a.cite} for a in finding.authority],
        "remedy": finding.fix,
        "stage": stage,
    }


def _publication(record: Mapping[str, Any], places: Offsets, original: Document) -> Publication:
    """How the copy was made, as rules about public copies need it."""
    entries = {(entry["start"], entry["end"]): entry for entry in record["redactions"]}
    changes = tuple(zip(places.changes, places.originals, places.copies, strict=True))
    looked_at = (*record["kept"], *record["asked"])
    return Publication(
        original=original,
        withheld=tuple(
            Withheld(
                original=span,
                public=place,
                reasons=tuple(entries[span.start, span.end]["reasons"]),
                amount=entries[span.start, span.end]["amount"],
                person=change.withheld == "name",
            )
            for change, span, place in changes
            if change.withheld
        ),
        edited=tuple((span, place) for change, span, place in changes if not change.withheld),
        kept=tuple(places.in_copy(Span(entry["start"], entry["end"])) for entry in looked_at),
    )
