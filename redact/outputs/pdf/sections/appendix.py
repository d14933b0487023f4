"""Hashes, and the chain of records."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from redact.outputs.audit import RecordedDocument
from redact.outputs.audit.chain import follow_chain
from redact.outputs.audit.model import File
from redact.outputs.pdf import styles
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.tables import ROWS_AT_ONCE, Cell, Column, cell, facts, grid


def appendix(context: Context) -> Iterator[list[Flowable]]:
    """The chain with its head and length, then the files of each document."""
    layout, report = context.layout, context.report
    story = context.section("appendix")
    if context.is_internal:
        chain = follow_chain(report)
        story += [
            *context.paragraphs("chain"),
            facts(
                [
                    (layout.label("records"), cell(f"{len(report.documents):,}")),
                    (
                        layout.label("chain"),
                        cell(layout.label("chain_whole" if chain.is_whole else "chain_broken")),
                    ),
                    (
                        layout.label("chain_head"),
                        cell(chain.head, styles.MONO),
                    ),
                ],
                context.width,
            ),
        ]
    story += context.small_heading("hashes_heading")
    yield story
    columns = [
        Column(layout.label("file"), 27),
        Column(layout.label("sha256"), 60),
    ]
    if context.is_internal:
        columns.append(Column(layout.label("characters"), 13, right=True))
    rows: list[list[Cell]] = []
    groups: list[int] = []
    for document in report.documents:
        files = list(_files(context, document))
        if not files:
            continue
        groups.append(len(rows))
        rows.append([cell(f"{document.number}  {context.name(document)}", styles.CELL_BOLD)])
        rows += [_row(context, what, file) for what, file in files]
        if len(rows) >= ROWS_AT_ONCE:
            yield grid(columns, rows, context.width, groups=groups)
            rows, groups = [], []
    if rows:
        yield grid(columns, rows, context.width, groups=groups)


def _files(context: Context, document: RecordedDocument) -> Iterator[tuple[str, File]]:
    if document.original.sha256:
        yield "original", document.original
    if document.public:
        yield "public", document.public
    if document.record_sha256:
        yield "record", File("", document.record_sha256)


def _row(context: Context, what: str, file: File) -> list[Cell]:
    row: list[Cell] = [
        cell(context.layout.label(f"file_{what}")),
        cell(file.sha256, styles.MONO),
    ]
    if context.is_internal:
        size = "" if file.characters is None else f"{file.characters:,}"
        row.append(cell(size, styles.CELL_RIGHT))
    return row
