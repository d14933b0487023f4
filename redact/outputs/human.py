"""Findings for people: code frames on a terminal, one line per finding when piped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from redact.findings import ExaminedDocument, Finding, Report, Severity
from redact.outputs.frame import Mark, frame, visible
from redact.sources import Source

_COLOURS = {
    Severity.ERROR: "\033[1;31m",
    Severity.WARNING: "\033[1;33m",
    Severity.NOTE: "\033[1;36m",
}
_BOLD, _DIM, _RESET = "\033[1m", "\033[2m", "\033[0m"

Paint = Callable[[str, str], str]


def render(
    report: Report,
    sources: Mapping[str, Source],
    *,
    frames: bool,
    colour: bool = False,
    banners: bool = False,
) -> str:
    """The findings of a report, without its summary, then the banner lines that differ.

    ``banners`` shows the banner line that portions come to for every document.

    ``frames`` shows the lines of the document, which only a terminal may see; ``sources`` holds the
    documents by path; a finding whose document is not among them is one line.
    """
    paint: Paint = (
        (lambda code, text: f"{code}{text}{_RESET}") if colour else (lambda _, text: text)
    )
    lines = "".join(
        f"{_banner(document)}\n"
        for document in report.documents
        if document.banner_differs or (banners and document.banner_found)
    )
    if not frames:
        return "".join(f"{_line(finding)}\n" for finding in report.findings) + lines
    found = "".join(
        f"{_framed(f, sources[f.path], paint) if f.path in sources else _line(f)}\n\n"
        for f in report.findings
    )
    return found + (f"{lines}\n" if lines else "")


def _banner(document: ExaminedDocument) -> str:
    return (
        f"{visible(document.path)}: portions require {document.banner_required}, "
        f"overall marking is {document.banner_found}"
    )


def _line(finding: Finding) -> str:
    line, column = finding.start
    waived = " (waived)" if finding.is_waived else ""
    return (
        f"{visible(finding.path)}:{line}:{column}: {finding.severity} {finding.rule}: "
        f"{finding.message}{waived}"
    )


def _framed(finding: Finding, source: Source, paint: Paint) -> str:
    line, column = finding.start
    colour = _COLOURS[finding.severity]
    gutter = " " * len(str(max([line, *(start[0] for _, start, _ in finding.related)])))
    marks = [Mark(finding.span, "^")]
    marks += [Mark(label.span, "-", label.message) for label, _, _ in finding.related]
    rows = [
        f"{paint(colour, f'{finding.severity}[{finding.rule}]')}: {paint(_BOLD, finding.message)}",
        f"{gutter}--> {visible(finding.path)}:{line}:{column}",
        *(_paint_row(row, colour, paint) for row in frame(source, marks)),
    ]
    rows += [f"{gutter} = {label}: {text}" for label, text in _remarks(finding)]
    return "\n".join(rows)


def _paint_row(row: str, colour: str, paint: Paint) -> str:
    gutter, bar, rest = row.partition("|")
    signs = rest.strip(" ")
    if bar and signs and signs[0] in "^-" and not gutter.strip():
        return f"{gutter}{bar}{paint(colour if signs[0] == '^' else _DIM, rest)}"
    return row


def _remarks(finding: Finding) -> Iterable[tuple[str, str]]:
    if finding.authority:
        yield "authority", "; ".join(a.cite for a in finding.authority)
    if finding.fix:
        yield "help", finding.fix
    if finding.waiver:
        yield (
            "waived",
            f"{finding.waiver.reason} ({finding.waiver.approver}, until {finding.waiver.expires})",
        )


def summary(report: Report) -> str:
    """One line: how much was found in how many documents, and what was not examined."""
    counts = ", ".join(_count(report.count(s), str(s)) for s in reversed(Severity))
    parts = [f"{counts} in {_count(len(report.documents), 'document')}"]
    unmarked = sum(document.kind == "text" for document in report.documents)
    if unmarked:
        parts.append(f"no markings found in {_count(unmarked, 'document')}")
    waived = sum(f.is_waived for f in report.findings)
    if waived:
        parts.append(f"{waived} waived")
    if report.errors:
        parts.append(f"{len(report.errors)} could not be examined")
    if report.skipped:
        parts.append(f"{_count(len(report.skipped), 'file')} skipped")
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
