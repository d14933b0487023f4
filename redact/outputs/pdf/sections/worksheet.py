"""The review worksheet of each document, with lines to sign on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer, Table

from redact.outputs.audit import RecordedDocument
from redact.outputs.audit.index import name_portion
from redact.outputs.audit.model import SEVERITIES, RecordedFinding
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context, document_key
from redact.outputs.pdf.page import Heading
from redact.outputs.pdf.sections.marking import marking_summary
from redact.outputs.pdf.tables import Cell, Column, HairLine, cell, facts, grid, rich
from redact.outputs.pdf.text import markup, shorten


def worksheets(context: Context) -> Iterator[list[Flowable]]:
    """A worksheet a document, each from the top of a page."""
    yield [*context.section("worksheets"), *context.paragraphs("worksheets")]
    for document in context.report.documents:
        yield [
            *([PageBreak()] if document.number > 1 else [Spacer(0, 6)]),
            *_head(context, document),
            *_identification(context, document),
            *marking_summary(context, document),
            *_gate(context, document),
            *_portions(context, document),
            *_open_questions(context, document),
            *_findings(context, document),
            *_determination(context, document),
        ]


def _head(context: Context, document: RecordedDocument) -> list[Flowable]:
    label = context.layout.label
    total = len(context.report.documents)
    title = label("worksheet_number", number=document.number, total=total)
    name = shorten(context.name(document), 160)
    return [
        Paragraph(markup(title.upper(), fonts.SANS_BOLD), styles.LABEL),
        Spacer(0, 2),
        Heading(name, styles.H2_PLAIN, document_key(document), 1, context.noted),
        HairLine(),
        Spacer(0, 4),
    ]


def _identification(context: Context, document: RecordedDocument) -> list[Flowable]:
    layout = context.layout
    outcome = layout.outcomes[document.outcome]
    pairs: list[tuple[str, Cell]] = [
        (layout.label("outcome"), cell(f"{outcome.name} ({outcome.code})", styles.CELL_BOLD)),
        (layout.label("verification"), cell(_verification(context, document), styles.CELL_BOLD)),
        (layout.label("message_number"), cell(document.message_number)),
        (layout.label("date"), cell(document.date)),
        (layout.label("kind"), cell(document.kind)),
        (layout.label("classification"), cell(document.classification)),
        (layout.label("reasons"), cell(", ".join(document.classified_reasons))),
        (layout.label("declassify_on"), cell(document.declassify_on)),
        (layout.label("policy"), cell(f"{document.policy.name} {document.policy.version}")),
        (layout.label("profile"), cell(f"{document.profile.name} {document.profile.version}")),
    ]
    edits = Counter(layout.label(f"edit_{kind}") for kind in document.edits)
    kept = Counter(f"{item.kind}, {item.reason}" for item in document.kept)
    pairs += [
        (layout.label(key), cell("; ".join(f"{what} ({n})" for what, n in sorted(counts.items()))))
        for key, counts in (("edits", edits), ("kept", kept))
        if counts
    ]
    body: list[Flowable] = [facts(pairs, context.width, columns=2)]
    failed = [check for check in document.checks if check.result != "pass"]
    if failed:
        told = "; ".join(f"{check.name}: {check.result}" for check in failed)
        body.append(facts([(layout.label("checks_open"), cell(told))], context.width))
    return [*context.small_heading("identification"), *body]


def _verification(context: Context, document: RecordedDocument) -> str:
    if document.public is None and document.verification != "leak":
        return context.layout.label("no_copy")
    return context.layout.verification[document.verification]


def _gate(context: Context, document: RecordedDocument) -> list[Flowable]:
    if not document.gate:
        return []
    label = context.layout.label
    rows = [
        [cell(reason.rule, styles.CELL_BOLD), cell(reason.why), cell(reason.remedy)]
        for reason in document.gate
    ]
    columns = [Column(label("rule"), 24), Column(label("why"), 40), Column(label("remedy"), 40)]
    return [
        *context.small_heading("gate_heading"),
        *context.paragraphs("gated"),
        *grid(columns, rows, context.width),
    ]


def _portions(context: Context, document: RecordedDocument) -> list[Flowable]:
    layout = context.layout
    if not document.portions:
        return []
    columns = [
        Column(layout.label("portion"), 22),
        Column(layout.label("mark"), 14),
        Column(layout.label("handled_as"), 19),
        Column(layout.label("decision"), 20),
        Column(layout.label("reason"), 29),
    ]
    rows: list[list[Cell]] = []
    for portion in document.portions:
        row: list[Cell] = [
            cell(name_portion(portion, layout)),
            cell(portion.mark or layout.label("unmarked")),
            cell(portion.level),
            _decision(context, document, portion.decision),
            cell("; ".join(portion.reasons)),
        ]
        if context.is_internal:
            row.insert(1, cell(portion.line, styles.CELL_RIGHT))
        rows.append(row)
    if context.is_internal:
        columns.insert(1, Column(layout.label("line_head"), 8, right=True))
    return [
        *context.small_heading("portions_heading", need=110),
        *grid(columns, rows, context.width),
    ]


def _decision(context: Context, document: RecordedDocument, decision: str) -> Paragraph:
    if document.gate or (document.public is None and not document.deletions):
        return cell(context.layout.label("undecided"))
    style = styles.CELL if decision == "release" else styles.CELL_BOLD
    return cell(context.layout.decisions[decision], style)


def _open_questions(context: Context, document: RecordedDocument) -> list[Flowable]:
    label = context.layout.label
    if not document.asked:
        return []
    columns = [
        Column(label("line_head"), 8, right=True),
        Column(label("kind"), 22),
        Column(label("asked_reason"), 44),
        Column(label("decision"), 30),
    ]
    rows: list[list[Cell]] = [
        [
            cell(item.line, styles.CELL_RIGHT),
            cell(item.kind),
            cell(item.reason),
            cell(label("choice")),
        ]
        for item in document.asked
    ]
    return [*context.small_heading("asked_heading", need=110), *grid(columns, rows, context.width)]


def _findings(context: Context, document: RecordedDocument) -> list[Flowable]:
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


def _in_order(findings: Sequence[RecordedFinding]) -> list[RecordedFinding]:
    """The gravest first, and in order of place among equals."""
    return sorted(
        findings,
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


def _determination(context: Context, document: RecordedDocument) -> list[Flowable]:
    layout = context.layout
    body: list[Flowable] = [
        Paragraph(markup(layout.label("determination"), fonts.SANS_BOLD), styles.H3)
    ]
    if document.statement:
        body.append(Paragraph(markup(document.statement, fonts.SERIF), styles.BODY))
    body += context.paragraphs("signature")
    return [KeepTogether([*body, _signature_lines(context)])]


def _signature_lines(context: Context) -> Table:
    """A line to sign on for each office the layout names, with a gap between them."""
    names = context.layout.signatures
    gap = 18.0
    width = (context.width - gap * (len(names) - 1)) / len(names)
    cells: list[Cell] = []
    for name in names:
        below = context.layout.label("signature_line", office=name)
        cells += [Paragraph(markup(below, fonts.SANS), styles.CELL_SOFT), ""]
    columns = len(cells) - 1
    lines = Table(
        [[""] * columns, cells[:-1]],
        colWidths=[width if n % 2 == 0 else gap for n in range(columns)],
        rowHeights=[30, None],
    )
    lines.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.SANS),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 2),
            *(("LINEBELOW", (n, 0), (n, 0), 0.6, styles.INK) for n in range(0, columns, 2)),
        ]
    )
    return lines
