"""Workflow commands that GitHub shows beside the changed lines."""

from __future__ import annotations

from redact.findings import Report, Severity

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One annotation per finding that is not waived, and one error per unexamined document."""
    rows = []
    for finding in report.findings:
        if finding.is_waived:
            continue
        (line, column), (end_line, end_column) = finding.start, finding.end
        place = f"file={_value(finding.path)},line={line},endLine={end_line}"
        if line == end_line:
            place += f",col={column},endColumn={end_column}"
        message = finding.message + (f" (help: {finding.fix})" if finding.fix else "")
        rows.append(
            f"::{_COMMAND[finding.severity]} {place},title={_value(finding.rule)}::{_text(message)}"
        )
    rows += [
        f"::error file={_value(e.path)},title=not examined::{_text(e.what)}" for e in report.errors
    ]
    return "".join(f"{row}\n" for row in rows)


def _text(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(value: str) -> str:
    return _text(value).replace(":", "%3A").replace(",", "%2C")
