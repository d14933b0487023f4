"""Findings for people: code frames on a terminal, one line per finding when piped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from redact.findings import ExaminedDocument, Finding, Report, Severity, Tally
from redact.outputs.frame import WIDTH, Mark, frame, visible
from redact.sources import Source

_COLOURS = {
    Severity.ERROR: "\033[1;31m",
    Severity.WARNING: "\033[1;33m",
    Severity.NOTE: "\033[1;36m",
}
_BOLD, _DIM, _RESET = "\033[1m", "\033[2m", "\033[0m"

_MOST_RELATED = 8
"""Related places shown in a frame."""
_NARROWEST = 40
"""Characters of a line that are shown at least."""
MANY = 10
"""A note in more documents than this is shown once, with their number, unless all are wanted."""

Paint = Callable[[str, str], str]


Sources = Callable[[str], Source | None]
"""A checked document by its path; ``None`` when it cannot be shown."""


def pieces(
    report: Report,
    sources: Sources | None = None,
    *,
    colour: bool = False,
    verbose: bool = False,
    columns: int | None = None,
) -> Iterator[str]:
    """The findings of a report, without its summary, then the banner lines that differ.

    ``verbose`` shows for every document the banner line that its portions require, and every note.
    ``sources`` returns documents to show lines from, which is permitted on a terminal only; a
    finding whose document it does not return is one line. ``columns``: the width of the terminal.
    """
    paint: Paint = (
        (lambda code, text: f"{code}{text}{_RESET}") if colour else (lambda _, text: text)
    )
    # A script that reads the lines gets every one; a person is kept from what needs attention.
    folded = {} if verbose or sources is None else _notes_in_many(report)
    for finding in report.findings:
        if _is_open_note(finding) and finding.rule in folded:
            continue
        if sources is None:
            yield f"{_line(finding)}\n"
        else:
            source = sources(finding.path)
            yield f"{_framed(finding, source, paint, columns) if source else _line(finding)}\n\n"
    for rule, documents in folded.items():
        word = paint(_COLOURS[Severity.NOTE], f"{Severity.NOTE}[{rule}]")
        yield f"{word}: in {documents} documents (-v shows each)\n\n"
    shown = False
    for document in report.documents:
        if document.banner_differs or (verbose and document.banner_found):
            yield f"{_banner(document)}\n"
            shown = True
    if shown and sources is not None:
        yield "\n"


def _notes_in_many(report: Report) -> dict[str, int]:
    """The rules whose notes are in more than `MANY` documents, with the number of documents."""
    documents: Counter[str] = Counter()
    for _, findings in report.by_document():
        documents.update({finding.rule for finding in findings if _is_open_note(finding)})
    return {rule: number for rule, number in sorted(documents.items()) if number > MANY}


def _is_open_note(finding: Finding) -> bool:
    return finding.severity is Severity.NOTE and not finding.is_waived


def _banner(document: ExaminedDocument) -> str:
    return (
        f"{visible(document.path)}: portions require {document.banner_required}, "
        f"overall marking is {document.banner_found}"
    )


def _line(finding: Finding) -> str:
    line, column = finding.start
    waived = f" ({finding.waiver.word})" if finding.waiver else ""
    return (
        f"{visible(finding.path)}:{line}:{column}: {finding.severity} {finding.rule}: "
        f"{finding.message}{waived}"
    )


def _framed(finding: Finding, source: Source, paint: Paint, columns: int | None) -> str:
    line, column = finding.start
    colour = _COLOURS[finding.severity]
    related = finding.related[:_MOST_RELATED]
    gutter = " " * len(str(max([line, *(start[0] for _, start, _ in related)])))
    # A line wrapped by the terminal would part the carets from what is above them.
    width = max(_NARROWEST, columns - len(gutter) - len(" | …  …")) if columns else WIDTH
    marks = [Mark(finding.span, "^")]
    marks += [Mark(label.span, "-", label.message) for label, _, _ in related]
    rows = [
        f"{paint(colour, f'{finding.severity}[{finding.rule}]')}: {paint(_BOLD, finding.message)}",
        f"{gutter}--> {visible(finding.path)}:{line}:{column}",
        *(_paint_row(row, colour, paint) for row in frame(source, marks, width)),
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
    if more := len(finding.related[_MOST_RELATED:]):
        yield "more", f"{_count(more, 'related place')}; --format json gives all"
    if finding.authority:
        yield "authority", "; ".join(a.cite for a in finding.authority)
    if finding.fix:
        yield "help", finding.fix
    if finding.waiver:
        yield finding.waiver.word, finding.waiver.justification


def summary(tally: Tally) -> str:
    """One line: how much was found in how many documents, and how many were not examined."""
    counts = ", ".join(_count(tally.severities.get(s, 0), str(s)) for s in reversed(Severity))
    parts = [f"{counts} in {_count(tally.documents, 'document')}"]
    if tally.unmarked:
        parts.append(f"no markings found in {_count(tally.unmarked, 'document')}")
    for word, description in (("waived", "waived"), ("baseline", "in the baseline")):
        if tally.waived.get(word):
            parts.append(f"{tally.waived[word]} {description}")
    if tally.errors:
        parts.append(f"{tally.errors} could not be examined")
    return "; ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
