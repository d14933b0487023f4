"""Hashes, and the chain of records."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Cell, Column, Facts, Grid, Row, Subheading, cell
from redact.outputs.audit.context import Context
from redact.outputs.audit.model import File, RecordedDocument


def appendix(context: Context) -> Iterator[Block]:
    """The chain with its head and length, then the files of each document."""
    label = context.layout.label
    yield context.section("appendix")
    if context.is_internal:
        results = context.results
        chain = results.chain
        yield from context.paragraphs("chain")
        yield Facts(
            (
                (label("records"), cell(f"{results.documents:,}")),
                (label("chain"), cell(label("chain_whole" if chain.is_whole else "chain_broken"))),
                (label("chain_head"), cell(chain.head, "mono")),
            )
        )
    yield Subheading(label("hashes_heading"))
    columns = [Column(label("file"), 27), Column(label("sha256"), 60)]
    if context.is_internal:
        columns.append(Column(label("characters"), 13, right=True))
    yield Grid(tuple(columns), _rows(context))


def _rows(context: Context) -> Iterator[Row]:
    for document in context.report.documents:
        files = list(_files(document))
        if files:
            head = f"{document.number}  {context.name(document)}"
            yield Row((cell(head, "bold"),), is_heading=True)
        for what, file in files:
            yield _row(context, what, file)


def _files(document: RecordedDocument) -> Iterator[tuple[str, File]]:
    if document.original.sha256:
        yield "original", document.original
    if document.public:
        yield "public", document.public
    if document.record_sha256:
        yield "record", File("", document.record_sha256)


def _row(context: Context, what: str, file: File) -> Row:
    cells: list[Cell] = [cell(context.layout.label(f"file_{what}")), cell(file.sha256, "mono")]
    if context.is_internal:
        cells.append(cell("" if file.characters is None else f"{file.characters:,}"))
    return Row(tuple(cells))
