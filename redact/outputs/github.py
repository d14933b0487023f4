"""Workflow commands that GitHub shows next to the changed lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from redact.findings import Finding, Report, Severity
from redact.outputs.frame import visible

SHOWN = 10
"""GitHub shows this many annotations of each level per step; the log contains all."""

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One annotation per finding, unexamined document and notice about the check itself.

    Each message begins with the location, because the log shows only the message of an annotation.
    Waived findings are notices that give the reason. If there are more than GitHub shows, the last
    line of the log says so.
    """
    return "".join(pieces(report))


def pieces(report: Report) -> Iterator[str]:
    """The same output line by line."""
    counts: Counter[str] = Counter()
    for command, message in _commands(report):
        counts[command.split(" ", 1)[0]] += 1
        yield f"::{command}::{message}\n"
    yield _left_out(counts)


def _commands(report: Report) -> Iterator[tuple[str, str]]:
    for error in report.errors:
        message = f"{error.path}: {error.what}" + (f" (help: {error.hint})" if error.hint else "")
        yield f"error file={_value(error.path)},title=not examined", _text(message)
    yield from map(_annotation, report.findings)
    for notice in report.notices:
        file = f"file={_value(notice.path)}," if notice.path else ""
        yield f"{_COMMAND[notice.severity]} {file}title=redact", _text(str(notice))


def _annotation(finding: Finding) -> tuple[str, str]:
    (line, column), (end_line, end_column) = finding.start, finding.end
    place = f"file={_value(finding.path)},line={line},endLine={end_line}"
    if line == end_line:
        place += f",col={column},endColumn={end_column}"
    message = f"{finding.path}:{line}:{column}: {finding.rule}: {finding.message}"
    message += f" (help: {finding.fix})" if finding.fix else ""
    if finding.waiver is None:
        return f"{_COMMAND[finding.severity]} {place},title={_value(finding.rule)}", _text(message)
    title = f"{_value(finding.rule)} ({finding.waiver.word})"
    return f"notice {place},title={title}", _text(f"{message} ({finding.waiver.until})")


def _left_out(counts: Counter[str]) -> str:
    """A plain log line, which does not count toward any limit."""
    over = [f"{number} {level}s" for level, number in sorted(counts.items()) if number > SHOWN]
    if not over:
        return ""
    return f"GitHub shows {SHOWN} of each level for a step; this log holds {', '.join(over)}\n"


def _text(value: str) -> str:
    escaped = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)  # a log is read on a terminal


def _value(value: str) -> str:
    return _text(value).replace(":", "%3A").replace(",", "%2C")
