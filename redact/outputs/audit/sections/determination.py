"""The end of a worksheet: what is determined, and who signs for it."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Paragraph, Signatures, Subheading, text
from redact.outputs.audit.context import Context
from redact.outputs.audit.model import RecordedDocument


def determination(context: Context, document: RecordedDocument) -> Iterator[Block]:
    """The statement of the record and the lines to sign on."""
    yield Subheading(context.layout.label("determination"), is_signed=True)
    if document.statement:
        yield Paragraph(text(document.statement))
    yield from context.paragraphs("signature")
    yield signature_lines(context)


def signature_lines(context: Context) -> Signatures:
    """A line to sign on for each office the layout names."""
    layout = context.layout
    return Signatures(
        tuple(layout.label("signature_line", office=office) for office in layout.signatures)
    )
