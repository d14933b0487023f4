"""SARIF 2.1.0, as code scanning reads it. Messages hold no text of the document."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from redact.findings import Finding, Report, Severity
from redact.outputs.json import dump
from redact.rules import RULES

MAX_RESULTS = 5000
"""GitHub keeps no more results of a run; the gravest are sent and the cut is stated."""

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report) -> str:
    """The report as one SARIF run, gravest findings first where there are too many."""
    findings = sorted(report.findings, key=lambda f: -f.severity.rank)[:MAX_RESULTS]
    kept = sorted(findings, key=lambda f: (f.path, f.span, f.rule))
    used = sorted({finding.rule for finding in kept})
    index = {rule: number for number, rule in enumerate(used)}
    name, _, version = report.tool.partition(" ")
    run = {
        "tool": {
            "driver": {
                "name": name,
                "semanticVersion": version,
                "rules": [_rule(rule) for rule in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [_result(finding, index[finding.rule]) for finding in kept],
    }
    return dump(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [run],
        }
    )


def _rule(rule_id: str) -> dict[str, Any]:
    rule = RULES[rule_id]
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.page, "markdown": rule.page},
        "properties": {"tags": [rule.family]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    notifications: list[dict[str, Any]] = [
        {
            "level": "error",
            "message": {"text": f"not examined: {error.what}"},
            "locations": [_location(error.path)],
        }
        for error in report.errors
    ]
    left_out = len(report.findings) - MAX_RESULTS
    if left_out > 0:
        notifications.append(
            {
                "level": "warning",
                "message": {"text": f"{left_out} findings of lower severity were left out"},
            }
        )
    return {
        "executionSuccessful": not report.errors,
        "toolExecutionNotifications": notifications,
    }


def _result(finding: Finding, index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding.path, finding.start, finding.end)],
        "partialFingerprints": {"redact/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(finding.path, start, end), "message": {"text": label.message}}
            for label, start, end in finding.related
        ]
    if finding.waiver:
        result["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": f"{finding.waiver.reason} ({finding.waiver.approver})",
            }
        ]
    return result


def _message(finding: Finding) -> str:
    parts = [finding.message]
    if finding.authority:
        parts.append("authority: " + "; ".join(a.cite for a in finding.authority))
    if finding.fix:
        parts.append(f"help: {finding.fix}")
    return "\n".join(parts)


def _location(
    path: str, start: tuple[int, int] | None = None, end: tuple[int, int] | None = None
) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(path)}}
    if start and end:
        place["region"] = {
            "startLine": start[0],
            "startColumn": start[1],
            "endLine": end[0],
            "endColumn": end[1],
        }
    return {"physicalLocation": place}
