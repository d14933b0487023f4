"""The part of a worksheet that lists what is wrong with the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from redact.outputs.audit import RecordedDocument
from redact.outputs.audit.model import SEVERITIES, RecordedFinding
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.tables import Cell, Column, cell, grid, rich
from redact.outputs.pdf.text import markup, shorten

MOST_OF_A_RULE = 300
"""Findings of one rule in one document that are printed; the record lists all."""


def findings(context: Context, document: RecordedDocument) -> list[Flowable]:
    """Every finding with its place, message, remedy and authority."""
    label = context.layout.label
    head = context.small_heading("findings_heading", need=120)
    if not document.findings:
        return [*head, *context.paragraphs("findings_none")]
    columns = [
        Column(label("severity"), 11),
        Column(label("finding"), 58),
        Column(label("authority"), 26),
    ]
    if context.is_internal:
        columns.insert(1, Column(label("place"), 10))
    shown, left_out = _first_of_each_rule(_in_order(document.findings))
    rows = []
    for finding in shown:
        row: list[Cell] = [
            cell(label(f"severity_{finding.severity}"), _severity_style(finding)),
            rich(_told(context, finding)),
            cell("; ".join(finding.authority)),
        ]
        if context.is_internal:
            row.insert(1, cell(f"{finding.line}:{finding.column}" if finding.line else None))
        rows.append(row)
    more = [
        Paragraph(
            markup(label("findings_more", rule=rule, number=number), styles.NOTE.fontName),
            styles.NOTE,
        )
        for rule, number in left_out.items()
    ]
    return [*head, *grid(columns, rows, context.width), *more]


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
    """The gravest first, and in order of place among equals."""
    return sorted(
        given,
        key=lambda f: SEVERITIES.index(f.severity) if f.severity in SEVERITIES else len(SEVERITIES),
    )


def _severity_style(finding: RecordedFinding) -> ParagraphStyle:
    if finding.waiver:
        return styles.CELL_SOFT
    return styles.CELL_BOLD if finding.severity == "error" else styles.CELL


def _told(context: Context, finding: RecordedFinding) -> str:
    """Rule, message, remedy and waiver of a finding as markup, a line each."""
    label, font = context.layout.label, styles.CELL.fontName
    lines = [
        f'<font name="{fonts.SANS_BOLD}">{markup(finding.rule, fonts.SANS_BOLD)}</font>',
        markup(shorten(finding.message, 600), font),
    ]
    if finding.remedy:
        lines.append(markup(label("remedy_is", remedy=shorten(finding.remedy, 400)), font))
    if finding.waiver:
        lines.append(markup(label("waived_until", expires=finding.waiver.expires), font))
    return "<br/>".join(lines)
