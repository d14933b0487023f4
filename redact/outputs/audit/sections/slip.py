"""The slip that goes out with the copies: a line for each document, and who signs."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Column, Grid, Row, Title, cell, shorten
from redact.outputs.audit.context import Context
from redact.outputs.audit.model import RecordedDocument
from redact.outputs.audit.sections.determination import signature_lines


def slip(context: Context) -> Iterator[Block]:
    """The disposition of each document, the word on appeal, the line to sign on."""
    layout, label = context.layout, context.layout.label
    names = tuple(name for name in (layout.agency, layout.office) if name)
    yield Title(names, layout.title, context.subtitle)
    yield context.section("slip")
    yield from context.paragraphs("slip")
    yield Grid(
        (
            Column(label("number"), 6, right=True),
            Column(label("document"), 32),
            Column(label("message_number"), 18),
            Column(label("disposition"), 20),
            Column(label("exemptions"), 28),
            Column(label("withheld"), 11, right=True),
        ),
        (_row(context, document) for document in context.report.documents),
    )
    yield from context.paragraphs("appeal")
    yield signature_lines(context)


def _row(context: Context, document: RecordedDocument) -> Row:
    outcome = context.layout.outcomes[document.outcome]
    claimed = sorted({reason for item in document.deletions for reason in item.reasons})
    return Row(
        (
            cell(document.number),
            cell(shorten(context.name(document), 120)),
            cell(document.message_number),
            cell(f"{outcome.name} ({outcome.code})"),
            cell("; ".join(claimed)),
            cell(len(document.deletions)),
        )
    )
