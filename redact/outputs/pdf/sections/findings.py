"""The part of a worksheet that lists what is wrong with the document."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from redact.outputs.audit import RecordedDocument
from redact.outputs.audit.model import SEVERITIES, RecordedFinding
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.tables import Cell, Column, cell, grid, rich
from redact.outputs.pdf.text import markup, shorten


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
    rows = []
    for finding in _in_order(document.findings):
        row: list[Cell] = [
            cell(label(f"severity_{finding.severity}"), _severity_style(finding)),
            rich(_told(context, finding)),
            cell("; ".join(finding.authority)),
        ]
        if context.is_internal:
            row.insert(1, cell(f"{finding.line}:{finding.column}" if finding.line else None))
        rows.append(row)
    return [*head, *grid(columns, rows, context.width)]


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
