"""Results over the whole set: charts, then by document and by rule."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Spacer, Table

from redact.outputs.audit import RecordedDocument, totals
from redact.outputs.audit.model import SEVERITIES
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.charts import Bars
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.tables import ROWS_AT_ONCE, Cell, Column, NameCell, cell, grid


def summary(context: Context) -> Iterator[list[Flowable]]:
    """Charts, a table of documents, a table of rules."""
    yield [*context.section("summary", need=340), *_charts(context)]
    yield context.small_heading("by_document", need=120)
    documents = context.report.documents
    for start in range(0, len(documents), ROWS_AT_ONCE):
        rows = [_document(context, d) for d in documents[start : start + ROWS_AT_ONCE]]
        yield grid(_document_columns(context), rows, context.width)
    yield [*context.small_heading("by_rule", need=120), *_rules(context)]


def _charts(context: Context) -> list[Flowable]:
    report, label = context.report, context.layout.label
    half = (context.width - 30) / 2
    severities = [(label(f"severity_{key}"), n) for key, n in totals.severities(report)]
    left = Bars(
        label("chart_levels"),
        totals.levels(report, context.layout),
        half,
        series=(label("found"), label("required")),
    )
    right: list[Flowable] = [Bars(label("chart_severities"), severities, half)]
    if claimed := totals.exemptions(report):
        right += [Spacer(0, 12), Bars(label("chart_exemptions"), claimed, half)]
    table = Table([[left, right]], colWidths=[half + 30, half])
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.SANS),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return [table, Spacer(0, 6)]


def _document_columns(context: Context) -> list[Column]:
    label = context.layout.label
    return [
        Column(label("number"), 6, right=True),
        Column(label("document"), 25),
        Column(label("banner_found"), 18.5),
        Column(label("banner_required"), 18.5),
        Column(label("findings_ewn"), 12.5, right=True),
        Column(label("withheld"), 10.5, right=True),
        Column(label("outcome"), 11.5),
        Column(label("verification"), 11),
    ]


def _document(context: Context, document: RecordedDocument) -> list[Cell]:
    layout = context.layout
    counts = " / ".join(str(document.count(severity)) for severity in SEVERITIES)
    proof = layout.verification[document.verification] if document.public else None
    if document.verification == "leak":
        proof = layout.verification["leak"]
    return [
        cell(document.number, styles.CELL_RIGHT),
        context.document_cell(document),
        NameCell(document.banner_found or layout.label("level_none")),
        NameCell(document.banner_required or "–"),
        cell(counts, styles.CELL_RIGHT),
        cell(len(document.deletions), styles.CELL_RIGHT),
        cell(layout.outcomes[document.outcome].short),
        cell(proof, styles.CELL_BOLD if document.verification == "leak" else styles.CELL),
    ]


def _rules(context: Context) -> list[Flowable]:
    label = context.layout.label
    rows = []
    for total in totals.rules(context.report):
        rows.append(
            [
                cell(total.rule, styles.CELL_BOLD),
                cell(label(f"severity_{total.severity}")),
                cell(total.count, styles.CELL_RIGHT),
                cell(total.waived, styles.CELL_RIGHT),
                cell(total.documents, styles.CELL_RIGHT),
                cell("; ".join(total.authority)),
            ]
        )
    if not rows:
        return context.paragraphs("findings_none")
    columns = [
        Column(label("rule"), 28),
        Column(label("severity"), 9),
        Column(label("findings"), 9, right=True),
        Column(label("waived"), 8, right=True),
        Column(label("documents"), 11, right=True),
        Column(label("authority"), 36),
    ]
    return grid(columns, rows, context.width)
