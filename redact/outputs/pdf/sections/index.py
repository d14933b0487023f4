"""The index of withheld portions, on wide pages, after the bases it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph, Spacer

from redact.outputs.audit import IndexRow, RecordedDocument, withheld_index
from redact.outputs.audit.exemption import parse_claim
from redact.outputs.audit.index import (
    count_problems,
    is_denied_in_full,
    lacks_segregability,
    list_bases,
)
from redact.outputs.pdf import styles
from redact.outputs.pdf.context import Context, count, document_key
from redact.outputs.pdf.page import text_width
from redact.outputs.pdf.tables import ROWS_AT_ONCE, Cell, Column, cell, grid, rich
from redact.outputs.pdf.text import markup, shorten


def index(context: Context) -> Iterator[list[Flowable]]:
    """The bases claimed, then one row for each deletion under its document."""
    width = text_width(context.layout.page, wide=True)
    yield [
        *context.section("index"),
        *context.paragraphs("index"),
        *_problems(context),
        *_bases(context, width),
    ]
    yield context.small_heading("index_heading", need=130)
    rows: list[list[Cell]] = []
    groups: list[int] = []
    anything = False
    for document, entries in withheld_index(context.report, context.layout):
        anything = True
        groups.append(len(rows))
        rows.append([_document(context, document)])
        rows += [_row(context, entry) for entry in entries]
        if len(rows) >= ROWS_AT_ONCE:
            yield grid(_columns(context), rows, width, groups=groups)
            rows, groups = [], []
    if rows:
        yield grid(_columns(context), rows, width, groups=groups)
    if not anything:
        yield context.paragraphs("index_none")


def _problems(context: Context) -> list[Flowable]:
    problems = count_problems(context.report)
    if not any(document.deletions for document in context.report.documents):
        return []
    if not problems:
        return context.paragraphs("index_complete")
    text = context.layout.statement("index_incomplete", places=count(problems, "place"))
    return [Paragraph(markup(text, styles.BODY_BOLD.fontName), styles.BODY_BOLD), Spacer(0, 2)]


def _bases(context: Context, width: float) -> list[Flowable]:
    layout = context.layout
    rows: list[list[Cell]] = []
    for reason, number in list_bases(context.report).items():
        claim = parse_claim(reason)
        basis = layout.exemptions.get(claim.code or "")
        concerns = "; ".join(layout.categories.get(c, c) for c in claim.categories)
        text = basis.basis if basis else layout.label("basis_unknown")
        if concerns:
            text += " " + layout.label("basis_categories", categories=concerns)
        rows.append(
            [
                cell(number, styles.CELL_RIGHT),
                cell(reason, styles.CELL_BOLD),
                cell(f"{basis.title}, {basis.statute}" if basis else None),
                rich(markup(text, styles.CELL.fontName)),
            ]
        )
    if not rows:
        return []
    columns = [
        Column(layout.label("basis"), 6, right=True),
        Column(layout.label("exemption"), 16),
        Column(layout.label("statute"), 26),
        Column(layout.label("basis_and_harm"), 53),
    ]
    return [*context.small_heading("bases_heading", need=110), *grid(columns, rows, width)]


def _columns(context: Context) -> list[Column]:
    label = context.layout.label
    columns = [
        Column(label("number"), 5, right=True),
        Column(label("portion"), 13),
        Column(label("original_marking"), 9),
        Column(label("amount"), 9),
        Column(label("exemption"), 15),
        Column(label("description"), 29),
        Column(label("basis_and_harm"), 18),
    ]
    if context.is_internal:
        columns.insert(3, Column(label("location"), 7))
        columns.append(Column(label("decided_by"), 14))
    return columns


def _document(context: Context, document: RecordedDocument) -> list[Flowable]:
    """The heading over a document's rows: what it is, what became of it, segregability."""
    layout = context.layout
    outcome = layout.outcomes[document.outcome]
    name = markup(shorten(context.name(document), 160), styles.CELL_BOLD.fontName)
    parts = [
        document.message_number if document.original.name else None,
        document.kind,
        document.date,
        document.banner_found or document.classification,
        f"{outcome.name} ({outcome.code})",
        layout.label("declassify", on=document.declassify_on) if document.declassify_on else None,
    ]
    facts = "  ·  ".join(markup(part, styles.CELL.fontName) for part in parts if part)
    number = context.layout.label("document_number", number=document.number)
    head = f"{markup(number, styles.CELL_BOLD.fontName)}  {name}"
    return [
        rich(context.link(document_key(document), head, "worksheets"), styles.CELL_BOLD),
        rich(facts),
        cell_whole(segregability(context, document)),
        *([_check(context, "segregability-missing")] if lacks_segregability(document) else []),
    ]


def _check(context: Context, problem: str) -> Paragraph:
    """What an index must state and this entry does not."""
    text = context.layout.label("row_check", problem=context.layout.row_checks[problem])
    return rich(markup(text, styles.CELL_BOLD.fontName), styles.CELL_BOLD)


def cell_whole(text: str) -> Paragraph:
    """A statement of the layout in a cell, never shortened."""
    return rich(markup(text, styles.CELL_SOFT.fontName), styles.CELL_SOFT)


def segregability(context: Context, document: RecordedDocument) -> str:
    """What can be said of segregability: counts of what was released, or why nothing was."""
    layout = context.layout
    if document.outcome == "not-released" and not document.deletions:
        return layout.statement("gated" if context.is_internal else "gated_releasable")
    if not document.portions:
        return layout.statement("no_portions")
    if is_denied_in_full(document):
        return document.statement or layout.statement("denied_in_full")
    decisions = [portion.decision for portion in document.portions]
    return layout.statement(
        "segregability",
        portions=len(decisions),
        released=decisions.count("release"),
        partly=decisions.count("withhold-names"),
        withheld=decisions.count("withhold"),
    )


def _row(context: Context, entry: IndexRow) -> list[Cell]:
    layout = context.layout
    description: list[Flowable] = [
        rich(markup(entry.description, styles.CELL.fontName)),
        *(_check(context, problem) for problem in entry.problems),
    ]
    bases = ", ".join(str(number) for number in entry.bases)
    harm = [layout.label("basis_number", numbers=bases)] if bases else []
    if entry.harm:
        harm.append(entry.harm)
    row: list[Cell] = [
        cell(entry.number, styles.CELL_RIGHT),
        cell(entry.portion),
        cell(entry.mark or (layout.label("unmarked") if entry.in_portion else None)),
        cell(entry.amount),
        cell("; ".join(entry.exemptions)),
        description,
        cell("; ".join(harm)),
    ]
    if context.is_internal:
        line = "" if entry.line is None else layout.label("line", line=entry.line)
        row.insert(3, cell(line))
        row.append(
            cell(
                layout.label("policy_decided") if entry.decided_by == "policy" else entry.decided_by
            )
        )
    return row
