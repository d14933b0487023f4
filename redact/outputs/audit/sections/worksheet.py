"""The review worksheet of each document, with lines to sign on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from redact.outputs.audit.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Heading,
    Row,
    Subheading,
    cell,
    shorten,
)
from redact.outputs.audit.context import Context, document_key
from redact.outputs.audit.index import name_portion
from redact.outputs.audit.model import RecordedDocument, RecordedPortion
from redact.outputs.audit.sections.determination import determination
from redact.outputs.audit.sections.findings import findings
from redact.outputs.audit.sections.marking import marking_summary


def worksheets(context: Context) -> Iterator[Block]:
    """A worksheet a document, each from the top of a page."""
    yield context.section("worksheets")
    yield from context.paragraphs("worksheets")
    for document in context.report.documents:
        yield _head(context, document)
        yield from _identification(context, document)
        yield from marking_summary(context, document)
        yield from _gate(context, document)
        yield from _portions(context, document)
        yield from _open_questions(context, document)
        yield from findings(context, document)
        yield from determination(context, document)


def _head(context: Context, document: RecordedDocument) -> Heading:
    volume = context.volume
    total = volume.whole.documents if volume else len(context.report.documents)
    return Heading(
        shorten(context.name(document), 160),
        document_key(document),
        1,
        over=context.layout.label("worksheet_number", number=document.number, total=total),
        opens_page=document is not context.report.documents[0],
    )


def _identification(context: Context, document: RecordedDocument) -> Iterator[Block]:
    layout, label = context.layout, context.layout.label
    outcome = layout.outcomes[document.outcome]
    pairs: list[tuple[str, Cell]] = [
        ("outcome", cell(f"{outcome.name} ({outcome.code})", "bold")),
        ("verification", cell(_verification(context, document), "bold")),
        ("message_number", cell(document.message_number)),
        ("date", cell(document.date)),
        ("kind", cell(document.kind)),
        ("classification", cell(document.classification)),
        ("reasons", cell(", ".join(document.classified_reasons))),
        ("declassify_on", cell(document.declassify_on)),
        ("policy", cell(f"{document.policy.name} {document.policy.version}")),
        ("profile", cell(f"{document.profile.name} {document.profile.version}")),
    ]
    edits = Counter(label(f"edit_{kind}") for kind in document.edits)
    kept = Counter(f"{item.kind}, {item.reason}" for item in document.kept)
    pairs += [
        (key, cell("; ".join(f"{what} ({n})" for what, n in sorted(counts.items()))))
        for key, counts in (("edits", edits), ("kept", kept))
        if counts
    ]
    yield Subheading(label("identification"))
    yield Facts(tuple((label(key), value) for key, value in pairs), columns=2)
    failed = [check for check in document.checks if check.result != "pass"]
    if failed:
        results = "; ".join(f"{check.name}: {check.result}" for check in failed)
        yield Facts(((label("checks_open"), cell(results)),))


def _verification(context: Context, document: RecordedDocument) -> str:
    if document.public is None and document.verification != "leak":
        return context.layout.label("no_copy")
    return context.layout.verification[document.verification]


def _gate(context: Context, document: RecordedDocument) -> Iterator[Block]:
    if not document.gate:
        return
    label = context.layout.label
    yield Subheading(label("gate_heading"))
    yield from context.paragraphs("gated")
    yield Grid(
        (Column(label("rule"), 24), Column(label("why"), 40), Column(label("remedy"), 40)),
        tuple(
            Row((cell(reason.rule, "bold"), cell(reason.why), cell(reason.remedy)))
            for reason in document.gate
        ),
    )


def _portions(context: Context, document: RecordedDocument) -> Iterator[Block]:
    if not document.portions:
        return
    label = context.layout.label
    columns = [
        Column(label("portion"), 22),
        Column(label("mark"), 14),
        Column(label("handled_as"), 19),
        Column(label("decision"), 20),
        Column(label("reason"), 29),
    ]
    if context.is_internal:
        columns.insert(1, Column(label("line_head"), 8, right=True))
    yield Subheading(label("portions_heading"))
    yield Grid(
        tuple(columns),
        tuple(_portion(context, document, portion) for portion in document.portions),
    )


def _portion(context: Context, document: RecordedDocument, portion: RecordedPortion) -> Row:
    layout = context.layout
    cells: list[Cell] = [
        cell(name_portion(portion, layout)),
        cell(portion.mark or layout.label("unmarked")),
        cell(portion.level),
        _decision(context, document, portion.decision),
        cell("; ".join(portion.reasons)),
    ]
    if context.is_internal:
        cells.insert(1, cell(portion.line))
    return Row(tuple(cells))


def _decision(context: Context, document: RecordedDocument, decision: str) -> Cell:
    if document.gate or (document.public is None and not document.deletions):
        return cell(context.layout.label("undecided"))
    return cell(context.layout.decisions[decision], "plain" if decision == "release" else "bold")


def _open_questions(context: Context, document: RecordedDocument) -> Iterator[Block]:
    if not document.asked:
        return
    label = context.layout.label
    yield Subheading(label("asked_heading"))
    yield Grid(
        (
            Column(label("line_head"), 8, right=True),
            Column(label("kind"), 22),
            Column(label("asked_reason"), 44),
            Column(label("decision"), 30),
        ),
        tuple(
            Row((cell(item.line), cell(item.kind), cell(item.reason), cell(label("choice"))))
            for item in document.asked
        ),
    )
