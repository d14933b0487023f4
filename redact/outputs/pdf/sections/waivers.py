"""Waivers: who let which finding stand, why, and until when."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from redact.outputs.pdf import styles
from redact.outputs.pdf.context import Context, document_key
from redact.outputs.pdf.tables import Column, cell, grid, rich
from redact.outputs.pdf.text import markup, shorten


def waivers(context: Context) -> Iterator[list[Flowable]]:
    """One row for each waived finding."""
    label = context.layout.label
    rows = []
    for document in context.report.documents:
        for finding in document.findings:
            if (waiver := finding.waiver) is None:
                continue
            name = markup(shorten(context.name(document)), styles.CELL.fontName)
            row = [
                cell(finding.rule, styles.CELL_BOLD),
                rich(context.link(document_key(document), name, "worksheets")),
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
    yield [*context.section("waivers"), *(context.paragraphs("footnote_waived") if rows else []), *body]
