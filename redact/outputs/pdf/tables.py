"""Tables in one look: a rule above and below the head, hair lines between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from redact.outputs.audit.blocks import Cell, Column, Facts, Row, Text
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.text import break_name, face_of, inline, markup, plain

# Longer tables are cut: splitting one over pages takes time by the square of its rows.
ROWS_AT_ONCE = 200
# No word of fewer characters is wider than the narrowest column.
SHORT_WORD = 5

Command: TypeAlias = tuple[Any, ...]


class CellText(Paragraph):  # type: ignore[misc] # reportlab is not typed
    """The lines of a cell; a name longer than its column is broken after its separators.

    reportlab breaks at spaces only and cuts a longer word at the edge of its column, which would
    print ``NOF`` and ``ORN``.
    """

    def __init__(self, cell: Cell, style: ParagraphStyle) -> None:
        self._cell = cell
        # The longest word decides whether lines must be broken here rather than by reportlab.
        self._longest = max(
            (
                _width(word, face_of(run, style.fontName), style)
                for line in cell
                for run in line
                for word in run.text.split()
                if len(word) > SHORT_WORD
            ),
            default=0.0,
        )
        super().__init__("<br/>".join(inline(line, style.fontName) for line in cell), style)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it takes in a column of that width."""
        if self._longest > width:
            broken = "<br/>".join(self._break(line, width) for line in self._cell)
            super().__init__(broken, self.style)
            self._longest = 0.0
        size: tuple[float, float] = super().wrap(width, height)
        return size

    def _break(self, line: Text, width: float) -> str:
        """A line as markup, each of its runs broken to the width."""
        font = self.style.fontName
        shown = []
        for run in line:
            fits = partial(_fits, face=face_of(run, font), style=self.style, width=width)
            parts = (replace(run, text=part) for part in break_name(run.text, fits))
            shown.append("<br/>".join(inline((part,), font) for part in parts))
        return "".join(shown)


def _fits(text: str, *, face: str, style: ParagraphStyle, width: float) -> bool:
    return _width(text, face, style) <= width


def _width(text: str, face: str, style: ParagraphStyle) -> float:
    return fonts.width(plain(text, face), face, style.fontSize)


def grid(columns: Sequence[Column], rows: Sequence[Row], width: float) -> Table:
    """A table with a repeated head that leaves no row of its own at a page's end or start.

    Rows are not split: cells hold shortened text, so that the tallest is far below a page.
    """
    total = sum(column.share for column in columns)
    head = [
        Paragraph(markup(c.head, fonts.SANS_BOLD), styles.HEAD_RIGHT if c.right else styles.HEAD)
        for c in columns
    ]
    body = [
        [CellText(row.cells[0], styles.CELL), *[""] * (len(columns) - 1)]
        if row.is_heading
        else [
            CellText(cell, styles.CELL_RIGHT if column.right else styles.CELL)
            for column, cell in zip(columns, row.cells, strict=True)
        ]
        for row in rows
    ]
    widths = [width * column.share / total for column in columns]
    table = Table([head, *body], colWidths=widths, repeatRows=1)
    headings = [n for n, row in enumerate(rows, 1) if row.is_heading]
    table.setStyle([*_look(len(body), headings), *_gaps(columns)])
    return table


def facts(block: Facts, width: float) -> Table:
    """Labels with their values, in one or more columns, read line by line."""
    columns = block.columns
    lines = []
    for start in range(0, len(block.pairs), columns):
        line: list[Flowable | str] = []
        for label, value in block.pairs[start : start + columns]:
            line += [
                Paragraph(markup(label, fonts.SANS_BOLD), styles.LABEL),
                CellText(value, styles.CELL),
            ]
        lines.append(line + [""] * (2 * columns - len(line)))
    label_width = 92.0
    table = Table(lines, colWidths=[label_width, width / columns - label_width] * columns)
    table.setStyle(
        [
            _FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 8),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, styles.HAIR),
        ]
    )
    return table


# Every table names its font, or reportlab would bring in Helvetica, which is not embedded.
_FONT: Command = ("FONTNAME", (0, 0), (-1, -1), fonts.SANS)


def _look(rows: int, headings: Sequence[int]) -> list[Command]:
    look: list[Command] = [
        _FONT,
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 9),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
        ("LINEABOVE", (0, 0), (-1, 0), 1, styles.ACCENT),
        ("LINEBELOW", (0, 0), (-1, 0), 0.6, styles.ACCENT),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, styles.HAIR),
        ("LINEBELOW", (0, -1), (-1, -1), 0.6, styles.RULE),
        # The head with its first two rows, and the last two rows, stay together.
        ("NOSPLIT", (0, 0), (-1, min(2, rows))),
        ("NOSPLIT", (0, max(0, rows - 1)), (-1, rows)),
    ]
    for row in headings:
        look += [
            ("SPAN", (0, row), (-1, row)),
            ("BACKGROUND", (0, row), (-1, row), styles.SHADE),
            ("LEFTPADDING", (0, row), (-1, row), 6),
            ("TOPPADDING", (0, row), (-1, row), 5),
            ("BOTTOMPADDING", (0, row), (-1, row), 5),
        ]
        # A heading with nothing under it binds nothing, or a run of them could never be split.
        if row < rows and row + 1 not in headings:
            look.append(("NOSPLIT", (0, row), (-1, row + 1)))
    return look


def _gaps(columns: Sequence[Column]) -> list[Command]:
    """More room after a column of numbers, which end where the next column begins."""
    return [
        ("RIGHTPADDING", (n, 0), (n, -1), 14)
        for n, column in enumerate(columns[:-1])
        if column.right
    ]


class HairLine(Flowable):  # type: ignore[misc] # reportlab is not typed
    """A rule over the whole width, under the heading of a section."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All the width there is."""
        self.width = width
        return width, 1.0

    def draw(self) -> None:
        """The rule."""
        self.canv.setStrokeColor(styles.ACCENT)
        self.canv.setLineWidth(1)
        self.canv.line(0, 0, self.width, 0)
