"""The table of contents, with links and page numbers."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph, Table

from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context, document_key
from redact.outputs.pdf.text import markup, shorten

# Beyond this number the documents stand in the outline and the summary only.
MOST_DOCUMENTS = 60


def contents(context: Context) -> Iterator[list[Flowable]]:
    """One line a section, and one a document where they are not too many."""
    lines = []
    for section in context.layout.sections:
        if section in ("cover", "contents"):
            continue
        lines.append((section, context.layout.section_titles[section], 0))
        if section == "worksheets" and len(context.report.documents) <= MOST_DOCUMENTS:
            lines += [
                (
                    document_key(document),
                    f"{document.number}  {shorten(context.name(document), 90)}",
                    1,
                )
                for document in context.report.documents
            ]
    yield [*context.section("contents"), _table(context, lines)]


def _table(context: Context, lines: list[tuple[str, str, int]]) -> Table:
    rows = []
    for key, title, depth in lines:
        style = styles.TOC[depth]
        page = context.pages.get(key, 0)
        rows.append(
            [
                Paragraph(f'<a href="#{key}">{markup(title, style.fontName)}</a>', style),
                Paragraph(f'<a href="#{key}">{page}</a>', styles.TOC_PAGE),
            ]
        )
    table = Table(rows, colWidths=[context.width - 40, 40])
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.SANS),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, styles.HAIR),
        ]
    )
    return table
