"""Waivers: who accepted which finding, why, and until when."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Cell, Column, Grid, Row, cell
from redact.outputs.audit.context import Context


def waivers(context: Context) -> Iterator[Block]:
    """One row for each waived finding."""
    label = context.layout.label
    yield context.section("waivers")
    rows = tuple(_rows(context))
    if not rows:
        yield from context.paragraphs("waivers_none")
        return
    columns = [
        Column(label("rule"), 22),
        Column(label("document"), 26),
        Column(label("expires"), 11),
    ]
    if context.is_internal:
        columns += [Column(label("approver"), 16), Column(label("reason"), 32)]
    yield from context.paragraphs("footnote_waived")
    yield Grid(tuple(columns), rows)


def _rows(context: Context) -> Iterator[Row]:
    for document in context.report.documents:
        for finding in document.findings:
            if (waiver := finding.waiver) is None:
                continue
            cells: list[Cell] = [
                cell(finding.rule, "bold"),
                context.document_cell(document),
                cell(waiver.expires),
            ]
            if context.is_internal:
                cells += [cell(waiver.approver), cell(waiver.reason)]
            yield Row(tuple(cells), severity=finding.severity)
