"""Tables in one look: a rule above and below the head, hair lines between rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Table

from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.text import break_name, markup, plain, shorten

# Longer tables are cut: splitting one over pages takes time by the square of its rows.
ROWS_AT_ONCE = 200
LINK = "#1F3A5F"

Cell: TypeAlias = Flowable | Sequence[Flowable] | str
Command: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head and its share of the width."""

    head: str
    share: float
    right: bool = False


def cell(text: object, style: ParagraphStyle = styles.CELL) -> Paragraph:
    """A text of a record in a cell; nothing to say is an en dash."""
    shown = "–" if text is None or text == "" else shorten(str(text))
    return Paragraph(markup(shown, style.fontName), style)


class NameCell(Paragraph):  # type: ignore[misc] # reportlab is not typed
    """A name without spaces, such as a path or a banner line, broken after its separators.

    reportlab breaks at spaces only and cuts a longer word at the edge of its column, which would
    print ``NOF`` and ``ORN``. ``target`` makes it a link to a heading.
    """

    def __init__(
        self, text: str, style: ParagraphStyle = styles.CELL, *, target: str | None = None
    ) -> None:
        self._name = text
        self._target = target
        super().__init__(self._lines([text], style), style)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size it takes in a column of that width."""
        font, size = self.style.fontName, self.style.fontSize
        lines = break_name(
            self._name, lambda part: fonts.width(plain(part, font), font, size) <= width
        )
        super().__init__(self._lines(lines, self.style), self.style)
        size_taken: tuple[float, float] = super().wrap(width, height)
        return size_taken

    def _lines(self, lines: Sequence[str], style: ParagraphStyle) -> str:
        shown = "<br/>".join(markup(line, style.fontName) for line in lines)
        return f'<a href="#{self._target}" color="{LINK}">{shown}</a>' if self._target else shown


def rich(text: str, style: ParagraphStyle = styles.CELL) -> Paragraph:
    """Ready markup in a cell."""
    return Paragraph(text, style)


def grid(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    width: float,
    *,
    groups: Iterable[int] = (),
) -> list[Flowable]:
    """A table with a repeated head that leaves no row of its own at a page's end or start.

    Rows are not split: cells hold shortened text, so that the tallest is far below a page.

    ``groups`` are the rows that are headings over all columns: only their first cell is drawn,
    and they stay with the row after them.
    """
    total = sum(column.share for column in columns)
    widths = [width * column.share / total for column in columns]
    head = [
        Paragraph(markup(c.head, fonts.SANS_BOLD), styles.HEAD_RIGHT if c.right else styles.HEAD)
        for c in columns
    ]
    headings = set(groups)
    tables: list[Flowable] = []
    for first, last in _cuts(len(rows), headings):
        body = [
            [row[0], *[""] * (len(columns) - 1)] if n in headings else list(row)
            for n, row in enumerate(rows[first:last], first)
        ]
        table = Table([head, *body], colWidths=widths, repeatRows=1)
        look = _look(len(body), [n - first + 1 for n in sorted(headings) if first <= n < last])
        table.setStyle([*look, *_gaps(columns)])
        tables.append(table)
    return tables


def facts(pairs: Sequence[tuple[str, Cell]], width: float, *, columns: int = 1) -> Table:
    """Labels with their values, in one or more columns, read line by line."""
    lines = []
    for start in range(0, len(pairs), columns):
        line: list[Cell] = []
        for label, value in pairs[start : start + columns]:
            line += [Paragraph(markup(label, fonts.SANS_BOLD), styles.LABEL), value]
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


def _cuts(rows: int, headings: set[int]) -> Iterable[tuple[int, int]]:
    """Where to cut a long table: half-open ranges, before a heading where there are any."""
    first = 0
    while first < rows:
        last = min(first + ROWS_AT_ONCE, rows)
        if last < rows and (at := [n for n in range(first + 1, last + 1) if n in headings]):
            last = at[-1]
        yield first, last
        first = last


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
