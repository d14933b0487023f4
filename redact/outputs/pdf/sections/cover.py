"""The cover: what was reviewed, the verdict, and what the report rests on."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from redact.outputs.audit.model import UsedPolicy
from redact.outputs.audit.reference import report_reference
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context, count
from redact.outputs.pdf.tables import Cell, cell, facts
from redact.outputs.pdf.text import markup

# The cover is one page; what is more stands in the section on scope.
MOST_LINES = 4


def cover(context: Context) -> Iterator[list[Flowable]]:
    """The first page."""
    yield [*_titles(context), *_verdict(context), _figures(context), Spacer(0, 20), _basis(context)]


def _titles(context: Context) -> list[Flowable]:
    layout = context.layout
    head: list[Flowable] = [Spacer(0, 8)]
    for name in (layout.agency, layout.office):
        if name:
            head.append(Paragraph(markup(name, fonts.SANS_BOLD), styles.AGENCY))
    return [
        *head,
        Spacer(0, 22),
        Paragraph(markup(layout.title, fonts.SERIF_BOLD), styles.TITLE),
        Spacer(0, 4),
        Paragraph(markup(layout.subtitle, fonts.SERIF), styles.SUBTITLE),
        Spacer(0, 26),
    ]


def _verdict(context: Context) -> list[Flowable]:
    report, layout = context.report, context.layout
    copies = sum(document.public is not None for document in report.documents)
    proved = report.verified("proved")
    more = []
    if report.leaks:
        headline = layout.label("verdict_leak", count=count(report.leaks, "document"))
        more.append(layout.label("verdict_leak_help"))
    elif not copies:
        headline = layout.label("verdict_none")
    elif proved < copies:
        unproved = count(copies - proved, "public copy").replace("copys", "copies")
        headline = layout.label("verdict_unproved", count=unproved)
    else:
        headline = layout.label("verdict_clean")
    more.append(
        layout.label(
            "verdict_line",
            documents=count(len(report.documents), "document"),
            full=report.count("released-in-full"),
            part=report.count("released-in-part"),
            none=report.count("not-released"),
        )
    )
    errors = sum(document.count("error") for document in report.documents)
    more.append(
        layout.label("verdict_errors", errors=count(errors, "error"))
        if errors
        else layout.label("verdict_no_errors")
    )
    box = Table(
        [
            [Paragraph(markup(layout.label("verdict").upper(), fonts.SANS_BOLD), styles.LABEL)],
            [Paragraph(markup(headline, fonts.SERIF_BOLD), styles.VERDICT)],
            [Paragraph(markup(" ".join(more), fonts.SERIF), styles.VERDICT_BODY)],
        ],
        colWidths=[context.width],
    )
    box.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.SANS),
            ("BACKGROUND", (0, 0), (-1, -1), styles.SHADE),
            ("LINEBEFORE", (0, 0), (0, -1), 4, styles.INK if report.leaks else styles.ACCENT),
            ("LEFTPADDING", (0, 0), (-1, -1), 16),
            ("RIGHTPADDING", (0, 0), (-1, -1), 16),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("TOPPADDING", (0, 0), (-1, 0), 12),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 13),
        ]
    )
    return [box, Spacer(0, 18)]


def _figures(context: Context) -> Table:
    report, layout = context.report, context.layout
    errors = sum(document.count("error") for document in report.documents)
    figures = [
        *((report.count(key), outcome.name) for key, outcome in layout.outcomes.items()),
        (report.leaks, layout.label("leaks")),
        (errors, layout.label("errors_unwaived")),
    ]
    table = Table(
        [
            [Paragraph(f"{number:,}", styles.FIGURE) for number, _ in figures],
            [Paragraph(markup(name, fonts.SANS), styles.FIGURE_LABEL) for _, name in figures],
        ],
        colWidths=[context.width / len(figures)] * len(figures),
    )
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.SANS),
            ("LINEABOVE", (0, 0), (-1, 0), 0.6, styles.RULE),
            ("LINEBELOW", (0, -1), (-1, -1), 0.6, styles.RULE),
            ("LINEBEFORE", (1, 0), (-1, -1), 0.4, styles.HAIR),
            ("TOPPADDING", (0, 0), (-1, 0), 8),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 2),
            ("BOTTOMPADDING", (0, -1), (-1, -1), 9),
        ]
    )
    return table


def _basis(context: Context) -> Table:
    report, layout = context.report, context.layout
    models = [f"{model.name} {model.version}" for model in report.models]
    unexamined = dict.fromkeys(what for d in report.documents for what in d.not_examined)
    pairs: list[tuple[str, Cell]] = [
        ("edition", cell(layout.label(f"edition_{report.edition}"))),
        ("as_of", cell(", ".join(report.as_of))),
        ("policy", _named(report.policies)),
        ("profile", _named(report.profiles)),
        ("tool", cell(", ".join(report.tools))),
        ("model", cell(", ".join(models) or layout.label("model_none"))),
        ("reference", cell(report_reference(report))),
    ]
    if unexamined:
        pairs.append(("not_examined", _unexamined(context, list(unexamined))))
    return facts([(layout.label(key), value) for key, value in pairs], context.width)


def _named(policies: tuple[UsedPolicy, ...]) -> list[Flowable]:
    """Each policy with its hash; more than a few are left to the section on scope."""
    lines: list[Flowable] = []
    for policy in policies[:MOST_LINES]:
        lines += [cell(f"{policy.name} {policy.version}"), cell(policy.sha256, styles.MONO)]
    return lines


def _unexamined(context: Context, statements: list[str]) -> list[Flowable]:
    shown: list[Flowable] = [cell(statement) for statement in statements[:MOST_LINES]]
    if more := statements[MOST_LINES:]:
        shown.append(cell(context.layout.label("and_more", number=len(more))))
    return shown
