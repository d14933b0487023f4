"""Tables in a uniform style: a rule above and below the head, hairlines between rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from redact.outputs.audit.blocks import Cell, Column, Facts, Row, Run, Text
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.tags import Node, Ruled, Words, marked
from redact.outputs.pdf.text import break_name, face_of, inline, markup, plain, size_of

# Longer tables are divided: splitting one across pages takes time quadratic in its rows.
ROWS_AT_ONCE = 200
# No word of fewer characters is wider than the narrowest column.
SHORT_WORD = 5

Command: TypeAlias = tuple[Any, ...]


class CellText(Words):
    """The lines of a cell; a name wider than its column is broken after its separators.

    reportlab breaks at spaces only and cuts a longer word at the edge of its column, which would
    print ``NOF`` and ``ORN``.
    """

    def __init__(self, cell: Cell, style: ParagraphStyle, node: Node) -> None:
        self._cell = cell
        # The longest word decides whether lines must be broken here rather than by reportlab.
        self._longest = max(
            (
                _width(word, run, style)
                for line in cell
                for run in line
                for word in run.text.split()
                if len(word) > SHORT_WORD
            ),
            default=0.0,
        )
        super().__init__("<br/>".join(inline(line, style.fontName) for line in cell), style, node)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it needs in a column of that width."""
        if self._longest > width:
            broken = "<br/>".join(self._break(line, width) for line in self._cell)
            super().__init__(broken, self.style, self.node)
            self._longest = 0.0
        size: tuple[float, float] = super().wrap(width, height)
        return size

    def _break(self, line: Text, width: float) -> str:
        """A line as markup, with each of its runs broken to the width."""
        font = self.style.fontName
        shown = []
        for run in line:
            fits = partial(_fits, run=run, style=self.style, width=width)
            parts = (replace(run, text=part) for part in break_name(run.text, fits))
            shown.append("<br/>".join(inline((part,), font) for part in parts))
        return "".join(shown)


def _fits(text: str, *, run: Run, style: ParagraphStyle, width: float) -> bool:
    return _width(text, run, style) <= width


def _width(text: str, run: Run, style: ParagraphStyle) -> float:
    """Width of a text in the style of the run."""
    face = face_of(run, style.fontName)
    return fonts.width(plain(text, face), face, size_of(run, style.fontSize))


def grid(columns: Sequence[Column], rows: Sequence[Row], width: float, node: Node) -> Ruled:
    """A table with a repeated head that leaves no single row at the end or start of a page.

    Rows are not split: cells contain shortened text, so that the tallest is far below a page.
    ``node`` is the element the rows are added to; a later part of a table repeats its head.
    """
    total = sum(column.share for column in columns)
    heads = node.add("TR") if not node.kids else None
    table = Ruled(
        [
            [_head(column, heads) for column in columns],
            *(_cells(columns, row, node.add("TR")) for row in rows),
        ],
        colWidths=[width * column.share / total for column in columns],
        repeatRows=1,
    )
    headings = [n for n, row in enumerate(rows, 1) if row.is_heading]
    table.spaceAfter = 8
    table.setStyle([*_look(len(rows), headings), *_gaps(columns)])
    return table


def _head(column: Column, row: Node | None) -> Words:
    style = styles.HEAD_RIGHT if column.right else styles.HEAD
    node = row and row.add("TH", scope="Column")
    return Words(markup(column.head, fonts.SANS_BOLD), style, node)


def _cells(columns: Sequence[Column], row: Row, node: Node) -> list[Words | str]:
    if row.is_heading:
        head = CellText(row.cells[0], styles.CELL, node.add("TH", scope="Row"))
        return [head, *[""] * (len(columns) - 1)]
    return [
        CellText(cell, styles.CELL_RIGHT if column.right else styles.CELL, node.add("TD"))
        for column, cell in zip(columns, row.cells, strict=True)
    ]


def facts(block: Facts, width: float, tree: Node) -> Ruled:
    """Labels with their values, in one or more columns, read line by line."""
    columns = block.columns
    node = tree.add("Table")
    lines = []
    for start in range(0, len(block.pairs), columns):
        line: list[Flowable | str] = []
        row = node.add("TR")
        for label, value in block.pairs[start : start + columns]:
            name = row.add("TH", scope="Row")
            line += [
                Words(markup(label, fonts.SANS_BOLD), styles.LABEL, name),
                CellText(value, styles.CELL, row.add("TD")),
            ]
        lines.append(line + [""] * (2 * columns - len(line)))
    label_width = 92.0
    table = Ruled(lines, colWidths=[label_width, width / columns - label_width] * columns)
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


# Every table sets its font, or reportlab would use Helvetica, which is not embedded.
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
    """Extra space after a column of numbers, which end where the next column begins."""
    return [
        ("RIGHTPADDING", (n, 0), (n, -1), 14)
        for n, column in enumerate(columns[:-1])
        if column.right
    ]


class HairLine(Flowable):  # type: ignore[misc] # reportlab is not typed
    """A rule across the full width, below the heading of a section."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full available width."""
        self.width = width
        return width, 1.0

    def draw(self) -> None:
        """The rule."""
        with marked(self.canv, None):
            self.canv.setStrokeColor(styles.ACCENT)
            self.canv.setLineWidth(1)
            self.canv.line(0, 0, self.width, 0)
