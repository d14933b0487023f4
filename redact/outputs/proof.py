"""The proof of a public copy: as lines, as JSON, and as a report for the formats of ``check``."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from redact.findings import ExaminedDocument, Finding, Report, Severity, Unexamined
from redact.findings.fingerprint import with_fingerprints
from redact.outputs.frame import visible
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.redaction.verification import FAIL, Check, Verification
from redact.sources import Source, Span

SURVIVES = "red-residual-term"
UNEXPLAINED = "red-manifest-mismatch"
RULES = (SURVIVES, UNEXPLAINED)
"""The rules whose findings a proof can report."""

_POLICY = "public-release"
_MOST = 10
"""Differences shown for one check, and places of withheld text; JSON contains all of them."""


def lines(proof: Verification, path: str) -> str:
    """One line per check and per line where withheld words can be read, then the result."""
    rows = list(_rows(proof.checks))
    read: dict[tuple[int, str], int] = {}
    for survivor in proof.survivors:  # of a passage, every few words are one
        read.setdefault((survivor.line, survivor.kind), survivor.column)
    rows += [
        f"{path}:{line}:{column}: a withheld {kind} can be read here"
        for (line, kind), column in list(read.items())[:_MOST]
    ]
    if len(read) > _MOST:
        rows.append(f"{path}: withheld text in {len(read) - _MOST} more lines; JSON gives all")
    said = proof.note or ""
    # A note that says "not proved" already states the result.
    rows.append(
        said if said.startswith("not proved") else ": ".join(filter(None, (proof.result, said)))
    )
    return "".join(f"{row}\n" for row in rows)


def _rows(checks: Iterable[Check]) -> Iterator[str]:
    for check in checks:
        yield f"{check.result:<8} {check.name}"
        yield from (f"{'':<8}   {visible(d.path)} {d.what}" for d in check.differences[:_MOST])
        if len(check.differences) > _MOST:
            yield f"{'':<8}   and {len(check.differences) - _MOST} more"


def set_lines(proofs: Mapping[str, Verification], checks: Sequence[Check]) -> str:
    """A line for each copy of a set with its errors below, then the checks of the set."""
    rows: list[str] = []
    for name, proof in proofs.items():
        note = f": {proof.note}" if proof.note and proof.result != "proved" else ""
        rows.append(f"{proof.result:<10} {visible(name)}{note}")
        rows += [f"  {row}" for row in _rows(c for c in proof.checks if c.result == FAIL)]
    return "".join(f"{row}\n" for row in (*rows, *_rows(checks)))


def set_to_dict(
    proofs: Mapping[str, Verification], checks: Sequence[Check], *, tool: str
) -> dict[str, Any]:
    """The proof of a set as ``redact/set-verification/v1``; names are relative paths."""
    return {
        "format": "redact/set-verification/v1",
        "tool": tool,
        "documents": [{"name": name, **_facts(proof)} for name, proof in proofs.items()],
        "checks": [
            {"name": check.name, "result": check.result, "differences": _differences([check])}
            for check in checks
        ],
    }


def to_dict(proof: Verification, *, tool: str, public: str, record: str) -> dict[str, Any]:
    """The proof as ``redact/verification/v1``; ``public`` and ``record`` are names of files."""
    return {
        "format": "redact/verification/v1",
        "tool": tool,
        "public": public,
        "record": record,
        **_facts(proof),
    }


def _facts(proof: Verification) -> dict[str, Any]:
    return {
        **proof.to_dict(),
        "note": proof.note,
        "differences": _differences(proof.checks),
        "survivors": [
            {"kind": s.kind, "line": s.line, "column": s.column} for s in proof.survivors
        ],
    }


def _differences(checks: Iterable[Check]) -> list[dict[str, str]]:
    return [{"path": d.path, "what": d.what} for check in checks for d in check.differences]


def to_report(proof: Verification, source: Source, *, tool: str, as_of: datetime.date) -> Report:
    """The proof as findings about the public copy; what is not proved counts as unexamined."""
    policy = load_policy(_POLICY)
    failed = [check.name for check in proof.checks if check.result == FAIL]
    # Survivors are separate findings, each at its own position.
    failed = [name for name in failed if not (proof.survivors and name.endswith("are absent"))]
    found = [
        _finding(policy, SURVIVES, f"a withheld {s.kind} can be read here", source, s.span)
        for s in proof.survivors
    ]
    found += [
        _finding(policy, UNEXPLAINED, f"not proved: {name}", source, Span(0, 0)) for name in failed
    ]
    unproved = proof.result == "not-proved" and not failed
    return Report(
        tool=tool,
        as_of=as_of,
        stage="release",
        documents=(
            ExaminedDocument(
                source.path, source.sha256, "public-copy", f"{policy.name} {policy.version}"
            ),
        ),
        findings=with_fingerprints(sorted(found, key=lambda f: (f.span, f.rule, f.message))),
        errors=(Unexamined(source.path, proof.note or "not proved"),) if unproved else (),
    )


def _finding(policy: Policy, rule: str, message: str, source: Source, span: Span) -> Finding:
    within = Span(min(span.start, len(source.text)), min(span.end, len(source.text)))
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        path=source.path,
        span=within,
        start=source.line_col(within.start),
        end=source.line_col(within.end),
        message=message,
        fix="do not release this copy; make it again from the original",
        expected=None,
        found=None,
        authority=tuple(policy.authorities[name] for name in policy.rules[rule].authority),
        related=(),
        waiver=None,
    )
