"""The end of a worksheet: what is determined, and who signs for it."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Table

from redact.outputs.audit import RecordedDocument
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.tables import Cell
from redact.outputs.pdf.text import markup


def determination(context: Context, document: RecordedDocument) -> list[Flowable]:
    """The statement of the record and the lines to sign on, kept on one page."""
    layout = context.layout
    body: list[Flowable] = [
        Paragraph(markup(layout.label("determination"), fonts.SANS_BOLD), styles.H3)
    ]
    if document.statement:
        body.append(Paragraph(markup(document.statement, fonts.SERIF), styles.BODY))
    body += context.paragraphs("signature")
    return [KeepTogether([*body, _signature_lines(context)])]


def _signature_lines(context: Context) -> Table:
    """A line to sign on for each office the layout names, with a gap between them."""
    names = context.layout.signatures
    gap = 18.0
    width = (context.width - gap * (len(names) - 1)) / len(names)
    cells: list[Cell] = []
    for name in names:
        below = context.layout.label("signature_line", office=name)
        cells += [Paragraph(markup(below, fonts.SANS), styles.CELL_SOFT), ""]
    columns = len(cells) - 1
    lines = Table(
        [[""] * columns, cells[:-1]],
        colWidths=[width if n % 2 == 0 else gap for n in range(columns)],
        rowHeights=[30, None],
    )
    lines.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.SANS),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 2),
            *(("LINEBELOW", (n, 0), (n, 0), 0.6, styles.INK) for n in range(0, columns, 2)),
        ]
    )
    return lines
