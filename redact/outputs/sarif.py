"""SARIF 2.1.0, as code scanning reads it. Messages contain no document text."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from heapq import nsmallest
from typing import Any
from urllib.parse import quote

from redact.findings import Finding, Report, Severity
from redact.outputs.json import dump
from redact.outputs.sarif_rules import rule_of

MAX_RESULTS = 5000
"""GitHub's limit of results per run; the most severe are sent and the omission is stated."""

MAX_BYTES = 10_000_000
"""GitHub's limit for the compressed size of a file."""

MAX_RELATED = 100
"""GitHub's limit of related locations shown for a result."""

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""The base of paths: relative to the command's working folder, which code scanning expects."""

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: Report) -> str:
    """The report as one SARIF run, limited to the most severe findings if there are too many."""
    limit = MAX_RESULTS
    text = _render(report, limit)
    while limit and not _fits(text):
        limit //= 2
        text = _render(report, limit)
    return text


def _fits(text: str) -> bool:
    # Each result takes some hundred bytes, so only very long paths can exceed the limit.
    return len(text) <= MAX_BYTES or len(zlib.compress(text.encode(), 6)) <= MAX_BYTES


def _render(report: Report, limit: int) -> str:
    kept = _most_severe(report.findings, limit)
    found = sum(1 for _ in report.findings)
    used = sorted({finding.rule for finding in kept})
    index = {rule: number for number, rule in enumerate(used)}
    name, _, version = report.tool.partition(" ")
    run = {
        "tool": {
            "driver": {
                "name": name,
                "semanticVersion": version,
                "rules": [rule_of(rule) for rule in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, found - len(kept))],
        "results": [_result(finding, index[finding.rule]) for finding in kept],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _most_severe(findings: Iterable[Finding], limit: int) -> list[Finding]:
    """At most ``limit`` findings: waived ones are dropped first, then notes, then warnings."""
    most_severe = nsmallest(limit, findings, key=lambda f: (f.is_waived, -f.severity.rank))
    return sorted(most_severe, key=lambda f: (f.path, f.span, f.rule))


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    executed = [
        _notification("error", f"not examined: {error.what}", error.path) for error in report.errors
    ]
    if left_out > 0:
        message = f"{left_out} findings of lower severity were left out: more are not accepted"
        executed.append(_notification("warning", message))
    return {
        "executionSuccessful": not report.errors,
        "toolExecutionNotifications": executed,
        "toolConfigurationNotifications": [
            _notification(_LEVEL[notice.severity], notice.what, notice.path)
            for notice in report.notices
        ],
    }


def _notification(level: str, text: str, path: str | None = None) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": level, "message": {"text": _escaped(text)}}
    if path:
        notification["locations"] = [_location(path)]
    return notification


def _result(finding: Finding, index: int) -> dict[str, Any]:
    related = finding.related[:MAX_RELATED]
    return {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(finding.path, finding.start, finding.end)],
        "relatedLocations": [
            {
                "id": number,
                **_location(finding.path, start, end),
                "message": {"text": _escaped(label.message)},
            }
            for number, (label, start, end) in enumerate(related, 1)
        ],
        # An empty list says: known not to be suppressed (SARIF 2.1.0 §3.27.23).
        "suppressions": [_suppression(finding)] if finding.waiver else [],
        "partialFingerprints": {"redact/v2": finding.fingerprint},
    }


def _suppression(finding: Finding) -> dict[str, Any]:
    assert finding.waiver is not None
    return {
        "kind": "external",  # both waivers and baselines are files beside the document
        "status": "accepted",
        "justification": finding.waiver.justification,
    }


def _message(finding: Finding) -> str:
    """The message with links to related locations: code scanning shows only linked ones."""
    parts = [_escaped(finding.message)]
    if finding.related:
        links = [
            f"[{_escaped(label.message)}]({number})"
            for number, (label, _, _) in enumerate(finding.related[:MAX_RELATED], 1)
        ]
        parts.append(f"see: {', '.join(links)}")
    if finding.authority:
        parts.append("authority: " + _escaped("; ".join(a.cite for a in finding.authority)))
    if finding.fix:
        parts.append(f"help: {_escaped(finding.fix)}")
    return "\n".join(parts)


def _escaped(text: str) -> str:
    r"""Plain text: brackets would make a link of ``[B1](2)`` (SARIF 2.1.0 §3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(
    path: str, start: tuple[int, int] | None = None, end: tuple[int, int] | None = None
) -> dict[str, Any]:
    uri = quote(path.encode("utf-8", "backslashreplace"))
    place: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": ROOT}}
    if start and end:
        place["region"] = {
            "startLine": start[0],
            "startColumn": start[1],
            "endLine": end[0],
            "endColumn": end[1],
        }
    return {"physicalLocation": place}
