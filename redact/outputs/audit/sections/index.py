"""The index of withheld portions, after the bases it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import (
    Block,
    Cell,
    Column,
    Grid,
    Paragraph,
    Row,
    Run,
    Subheading,
    cell,
    shorten,
    text,
)
from redact.outputs.audit.context import Context, count, document_key
from redact.outputs.audit.exemption import parse_claim
from redact.outputs.audit.index import (
    IndexRow,
    cite_bases,
    count_problems,
    is_denied_in_full,
    lacks_segregability,
    list_bases,
    withheld_index,
)
from redact.outputs.audit.model import RecordedDocument


def index(context: Context) -> Iterator[Block]:
    """The bases claimed, then one row for each deletion under its document."""
    yield context.section("index")
    yield from context.paragraphs("index")
    yield from _problems(context)
    yield from _bases(context)
    yield Subheading(context.layout.label("index_heading"))
    if next(_entries(context), None) is None:
        yield from context.paragraphs("index_none")
    else:
        yield Grid(_columns(context), _rows(context))


def _problems(context: Context) -> list[Paragraph]:
    problems = count_problems(context.report)
    if not any(document.deletions for document in context.report.documents):
        return []
    if not problems:
        return context.paragraphs("index_complete")
    statement = context.layout.statement("index_incomplete", places=count(problems, "place"))
    return [Paragraph(text(statement), "strong")]


def _bases(context: Context) -> Iterator[Block]:
    layout = context.layout
    rows = []
    cited = cite_bases(context.report)
    for reason, number in list_bases(context.report).items():
        claim = parse_claim(reason)
        basis = layout.exemptions.get(claim.code or "")
        concerns = "; ".join(layout.categories.get(c, c) for c in claim.categories)
        explanation = basis.basis if basis else layout.label("basis_unknown")
        if concerns:
            explanation += " " + layout.label("basis_categories", categories=concerns)
        # As the policy has it; the layout is used for records that do not say.
        standing = f"{basis.title}, {basis.statute}" if basis else ""
        titles = [f"{e.title}, {e.cite}" for e in cited.get(reason, ())] or [standing]
        rows.append(
            Row((cell(number), cell(reason, "bold"), context.lines(*titles), (text(explanation),)))
        )
    if not rows:
        return
    yield Subheading(layout.label("bases_heading"))
    columns = (
        Column(layout.label("basis"), 6, right=True),
        Column(layout.label("exemption"), 16),
        Column(layout.label("statute"), 26),
        Column(layout.label("basis_and_harm"), 53),
    )
    yield Grid(columns, tuple(rows))


def _columns(context: Context) -> tuple[Column, ...]:
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
    return tuple(columns)


def _entries(context: Context) -> Iterator[tuple[RecordedDocument, tuple[IndexRow, ...]]]:
    first = context.volume.first_deletion if context.volume else 1
    return withheld_index(context.report, context.layout, first)


def _rows(context: Context) -> Iterator[Row]:
    for document, entries in _entries(context):
        yield Row((_document(context, document),), is_heading=True)
        for entry in entries:
            yield _row(context, entry)


def _document(context: Context, document: RecordedDocument) -> Cell:
    """The heading over a document's rows: what it is, what became of it, segregability."""
    layout = context.layout
    outcome = layout.outcomes[document.outcome]
    parts = [
        document.message_number if document.original.name else None,
        document.kind,
        document.date,
        document.banner_found or document.classification,
        f"{outcome.name} ({outcome.code})",
        layout.label("declassify", on=document.declassify_on) if document.declassify_on else None,
    ]
    number = layout.label("document_number", number=document.number)
    head = f"{number}  ·  {shorten(context.name(document), 160)}"
    lines = [
        text(head, "bold", context.target(document_key(document))),
        text("  ·  ".join(part for part in parts if part)),
        text(segregability(context, document), "soft"),
    ]
    if lacks_segregability(document):
        lines.append(_check(context, "segregability-missing"))
    return tuple(lines)


def _check(context: Context, problem: str) -> tuple[Run, ...]:
    """What an index must state and this entry does not."""
    return text(
        context.layout.label("row_check", problem=context.layout.row_checks[problem]), "bold"
    )


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


def _row(context: Context, entry: IndexRow) -> Row:
    label = context.layout.label
    bases = ", ".join(str(number) for number in entry.bases)
    harm = [label("basis_number", numbers=bases)] if bases else []
    if entry.harm:
        harm.append(entry.harm)
    cells: list[Cell] = [
        cell(entry.number),
        cell(entry.portion),
        cell(entry.mark or (label("unmarked") if entry.in_portion else None)),
        cell(entry.amount),
        cell("; ".join(entry.exemptions)),
        (text(entry.description), *(_check(context, problem) for problem in entry.problems)),
        cell("; ".join(harm)),
    ]
    if context.is_internal:
        cells.insert(3, cell("" if entry.line is None else label("line", line=entry.line)))
        by_policy = entry.decided_by == "policy"
        cells.append(cell(label("policy_decided") if by_policy else entry.decided_by))
    return Row(tuple(cells))
