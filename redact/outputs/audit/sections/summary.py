"""Results over the whole set: charts, then by document, by rule and by exemption."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit import totals
from redact.outputs.audit.blocks import Bars, Block, Charts, Column, Grid, Row, Subheading, cell
from redact.outputs.audit.context import Context
from redact.outputs.audit.model import SEVERITIES, RecordedDocument


def summary(context: Context) -> Iterator[Block]:
    """Charts, a table of documents, of exemptions, and of rules."""
    label = context.layout.label
    yield context.section("summary")
    yield _charts(context)
    yield Subheading(label("by_document"))
    yield Grid(
        (
            Column(label("number"), 6, right=True),
            Column(label("document"), 24),
            Column(label("banner_found"), 21.5),
            Column(label("banner_required"), 16.5),
            Column(label("findings_ewn"), 12.5, right=True),
            Column(label("withheld"), 10.5, right=True),
            Column(label("outcome"), 11.5),
            Column(label("verification"), 11),
        ),
        (_document(context, document) for document in context.report.documents),
    )
    yield from _exemptions(context)
    yield Subheading(label("by_rule"))
    yield from _rules(context)


def _charts(context: Context) -> Charts:
    report, label = context.report, context.layout.label
    severities = tuple((label(f"severity_{key}"), n) for key, n in totals.severities(report))
    charts = [
        Bars(
            label("chart_levels"),
            tuple(totals.levels(report, context.layout)),
            (label("found"), label("required")),
        ),
        Bars(label("chart_severities"), severities),
    ]
    if claimed := totals.exemptions(report):
        rows = tuple((total.code, (total.deletions,)) for total in claimed)
        charts.append(Bars(label("chart_exemptions"), rows))
    return Charts(tuple(charts))


def _document(context: Context, document: RecordedDocument) -> Row:
    layout = context.layout
    counts = " / ".join(str(document.count(severity)) for severity in SEVERITIES)
    leaks = document.verification == "leak"
    proof = layout.verification[document.verification] if document.public or leaks else None
    return Row(
        (
            cell(document.number),
            context.document_cell(document),
            cell(document.banner_found or layout.label("level_none")),
            cell(document.banner_required),
            cell(counts),
            cell(len(document.deletions)),
            cell(layout.outcomes[document.outcome].short),
            cell(proof, "bold" if leaks else "plain"),
        )
    )


def _exemptions(context: Context) -> Iterator[Block]:
    label = context.layout.label
    rows = tuple(
        Row(
            (
                cell(total.code, "bold"),
                *(
                    cell(f"{number:,}")
                    for number in (total.deletions, total.names, total.words, total.lines)
                ),
            )
        )
        for total in totals.exemptions(context.report)
    )
    if rows:
        yield Subheading(label("by_exemption"))
        yield Grid(
            (
                Column(label("exemption"), 28),
                *(
                    Column(label(key), 18, right=True)
                    for key in ("withheld", "names_withheld", "words_withheld", "lines_withheld")
                ),
            ),
            rows,
        )


def _rules(context: Context) -> Iterator[Block]:
    label = context.layout.label
    rows = tuple(
        Row(
            (
                cell(total.rule, "bold"),
                cell(label(f"severity_{total.severity}")),
                cell(total.count),
                cell(total.waived),
                cell(total.documents),
                cell("; ".join(total.authority)),
            ),
            severity=total.severity,
        )
        for total in totals.rules(context.report)
    )
    if not rows:
        yield from context.paragraphs("findings_none")
        return
    yield Grid(
        (
            Column(label("rule"), 28),
            Column(label("severity"), 9),
            Column(label("findings"), 9, right=True),
            Column(label("waived"), 8, right=True),
            Column(label("documents"), 11, right=True),
            Column(label("authority"), 36),
        ),
        rows,
    )
