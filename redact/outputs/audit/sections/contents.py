"""The table of contents."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Contents, shorten
from redact.outputs.audit.context import Context, document_key

# Beyond this number the documents are in the outline and the summary only.
MOST_DOCUMENTS = 60


def contents(context: Context) -> Iterator[Block]:
    """One line a section, and one a document where they are not too many."""
    entries = []
    for section in context.layout.sections:
        if section in ("cover", "contents"):
            continue
        if section == "difference" and context.difference is None:
            continue
        entries.append((section, context.layout.section_titles[section], 0))
        if section == "worksheets" and len(context.report.documents) <= MOST_DOCUMENTS:
            entries += [
                (
                    document_key(document),
                    f"{document.number}  {shorten(context.name(document), 90)}",
                    1,
                )
                for document in context.report.documents
            ]
    yield context.section("contents")
    yield Contents(tuple(entries))
