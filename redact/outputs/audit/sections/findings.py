"""The part of a worksheet that lists what is wrong with the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from redact.outputs.audit.blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Look,
    Paragraph,
    Row,
    Subheading,
    cell,
    shorten,
    text,
)
from redact.outputs.audit.context import Context
from redact.outputs.audit.model import SEVERITIES, RecordedDocument, RecordedFinding

MOST_OF_A_RULE = 300
"""Findings of one rule in one document that are printed; the record lists all."""
FEW = 3
"""Findings that go on one page with the signatures, which would be alone on many pages."""


def findings(context: Context, document: RecordedDocument) -> Iterator[Block]:
    """Every finding with its place, message, remedy and authority."""
    label = context.layout.label
    yield Subheading(label("findings_heading"), is_signed=len(document.findings) <= FEW)
    if not document.findings:
        yield from context.paragraphs("findings_none")
        return
    columns = [
        Column(label("severity"), 11),
        Column(label("finding"), 58),
        Column(label("authority"), 26),
    ]
    if context.is_internal:
        columns.insert(1, Column(label("place"), 10))
    shown, left_out = _first_of_each_rule(_in_order(document.findings))
    yield Grid(tuple(columns), tuple(_row(context, finding) for finding in shown))
    for rule, number in left_out.items():
        yield Paragraph(text(label("findings_more", rule=rule, number=number)), "note")


def _row(context: Context, finding: RecordedFinding) -> Row:
    cells: list[Cell] = [
        cell(context.layout.label(f"severity_{finding.severity}"), _look(finding)),
        _description(context, finding),
        cell("; ".join(finding.authority)),
    ]
    if context.is_internal:
        cells.insert(1, cell(f"{finding.line}:{finding.column}" if finding.line else None))
    return Row(tuple(cells), severity=finding.severity)


def _first_of_each_rule(
    given: Sequence[RecordedFinding],
) -> tuple[list[RecordedFinding], dict[str, int]]:
    """The findings to print, and how many more of each rule only the record lists.

    One cause repeated thousands of times would bury every other finding of the report.
    """
    shown: list[RecordedFinding] = []
    seen: Counter[str] = Counter()
    for finding in given:
        seen[finding.rule] += 1
        if seen[finding.rule] <= MOST_OF_A_RULE:
            shown.append(finding)
    return shown, {
        rule: number - MOST_OF_A_RULE for rule, number in seen.items() if number > MOST_OF_A_RULE
    }


def _in_order(given: Sequence[RecordedFinding]) -> list[RecordedFinding]:
    """The most severe first, and in order of place among equals."""
    return sorted(
        given,
        key=lambda f: SEVERITIES.index(f.severity) if f.severity in SEVERITIES else len(SEVERITIES),
    )


def _look(finding: RecordedFinding) -> Look:
    if finding.waiver:
        return "soft"
    return "bold" if finding.severity == "error" else "plain"


def _description(context: Context, finding: RecordedFinding) -> Cell:
    """Rule, message, remedy and waiver of a finding, a line each."""
    label = context.layout.label
    lines = [text(finding.rule, "bold"), text(shorten(finding.message, 600))]
    if finding.remedy:
        lines.append(text(label("remedy_is", remedy=shorten(finding.remedy, 400))))
    if finding.waiver:
        lines.append(text(label("waived_until", expires=finding.waiver.expires)))
    return tuple(lines)
