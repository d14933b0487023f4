"""A code quality report, as GitLab shows it in merge requests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from redact.findings import Finding, Report, Severity
from redact.outputs.json import items

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report) -> str:
    """The report as a JSON array, one object per finding, unexamined document and notice.

    GitLab has no waivers: a waived finding has severity ``info`` and gives the reason.
    """
    return "".join(pieces(report))


def pieces(report: Report) -> Iterator[str]:
    """The same output piece by piece."""
    yield from items(_issues(report))
    yield "\n"


def _issues(report: Report) -> Iterator[dict[str, Any]]:
    for e in report.errors:
        yield _issue("not-examined", f"not examined: {e.what}", "blocker", e.path)
    yield from map(_finding, report.findings)
    # GitLab drops an issue without a file, so notices without one are printed on stderr only.
    yield from (_issue("notice", n.what, "info", n.path) for n in report.notices if n.path)


def _finding(finding: Finding) -> dict[str, Any]:
    description, severity = finding.message, _SEVERITY[finding.severity]
    if finding.waiver is not None:
        severity = "info"
        description += f" ({finding.waiver.until})"
    return {
        "description": description,
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": severity,
        "location": {
            "path": finding.path,
            "lines": {"begin": finding.start[0], "end": finding.end[0]},
        },
    }


def _issue(name: str, description: str, severity: str, path: str) -> dict[str, Any]:
    facts = f"{name}\n{path}\n{description}".encode("utf-8", "backslashreplace")
    return {
        "description": description,
        "check_name": name,
        "fingerprint": hashlib.sha256(facts).hexdigest()[:32],
        "severity": severity,
        "location": {"path": path, "lines": {"begin": 1}},
    }
