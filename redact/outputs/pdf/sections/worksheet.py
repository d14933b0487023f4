"""The review worksheet of each document, with lines to sign on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportlab.platypus import Flowable, PageBreak, Paragraph, Spacer

from redact.outputs.audit import RecordedDocument
from redact.outputs.audit.index import name_portion
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context, document_key
from redact.outputs.pdf.page import Heading
from redact.outputs.pdf.sections.determination import determination
from redact.outputs.pdf.sections.findings import findings
from redact.outputs.pdf.sections.marking import marking_summary
from redact.outputs.pdf.tables import Cell, Column, HairLine, cell, facts, grid
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
            *findings(context, document),
            *determination(context, document),
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
