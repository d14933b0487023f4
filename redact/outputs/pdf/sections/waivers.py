"""Waivers: who let which finding stand, why, and until when."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from redact.outputs.pdf import styles
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.tables import Cell, Column, cell, grid


def waivers(context: Context) -> Iterator[list[Flowable]]:
    """One row for each waived finding."""
    label = context.layout.label
    rows = []
    for document in context.report.documents:
        for finding in document.findings:
            if (waiver := finding.waiver) is None:
                continue
            row: list[Cell] = [
                cell(finding.rule, styles.CELL_BOLD),
                context.document_cell(document),
                cell(waiver.expires),
            ]
            if context.is_internal:
                row += [cell(waiver.approver), cell(waiver.reason)]
            rows.append(row)
    columns = [
        Column(label("rule"), 22),
        Column(label("document"), 26),
        Column(label("expires"), 11),
    ]
    if context.is_internal:
        columns += [Column(label("approver"), 16), Column(label("reason"), 32)]
    body = grid(columns, rows, context.width) if rows else context.paragraphs("waivers_none")
    yield [
        *context.section("waivers"),
        *(context.paragraphs("footnote_waived") if rows else []),
        *body,
    ]
