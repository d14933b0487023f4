"""Small bar charts that are readable in black and white: every bar is labeled with its number.

Drawn on the page itself: reportlab's graphics package sets Helvetica, which is not embedded,
before each drawing.
"""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from redact.outputs.audit import blocks
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.tags import Node, Ruled, marked
from redact.outputs.pdf.text import plain

BAR = 9.0  # points, as all lengths here
GAP = 8.0
TEXT = 7.8
SMALL = 7.2


class Bars(Flowable):  # type: ignore[misc] # reportlab is not typed
    """Horizontal bars, one line for each row: its name and a number per series.

    The first series is filled, the second outlined, so that they differ without colour.
    """

    def __init__(self, chart: blocks.Bars, width: float, tree: Node) -> None:
        super().__init__()
        self._node = tree.add("Figure", alt=_in_words(chart))
        self._title = plain(chart.title, fonts.SANS_BOLD)
        self._rows = [(plain(name, fonts.SANS), numbers) for name, numbers in chart.rows]
        self._series = [plain(name, fonts.SANS) for name in chart.series]
        self._bars = max((len(numbers) for _, numbers in chart.rows), default=1)
        self._top = 20.0 + (14.0 if chart.series else 0.0)
        self.width = width
        self.height = self._top + (BAR * self._bars + GAP) * len(chart.rows)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size set at creation."""
        return self.width, self.height

    def draw(self) -> None:
        """Title, legend, then a line for each row."""
        with marked(self.canv, self._node):
            self._draw()

    def _draw(self) -> None:
        self._write(0, self.height - 9, self._title, fonts.SANS_BOLD, 8.6)
        self._draw_legend()
        left = self._room_for_names()
        most = max((n for _, numbers in self._rows for n in numbers), default=0) or 1
        scale = (self.width - left - 26) / most
        top = self.height - self._top
        y = top
        for name, numbers in self._rows:
            middle = y - BAR * self._bars / 2
            self._write(0, middle - 2.7, _fit(name, left - 4), fonts.SANS, TEXT)
            for number, value in enumerate(numbers):
                low = y - BAR * (number + 1)
                if value:
                    self._draw_bar(left, low + 1, value * scale, BAR - 2, number)
                self._write(left + value * scale + 4, low + 1.6, f"{value:,}", fonts.SANS, SMALL)
            y -= BAR * self._bars + GAP
        self.canv.setStrokeColor(styles.INK)
        self.canv.setLineWidth(0.6)
        self.canv.line(left, top + 3, left, y + GAP - 3)

    def _room_for_names(self) -> float:
        widest = max((fonts.width(name, fonts.SANS, TEXT) for name, _ in self._rows), default=0)
        return min(widest + 8, self.width * 0.5)

    def _draw_legend(self) -> None:
        x = 0.0
        for number, name in enumerate(self._series):
            self._draw_bar(x, self.height - 25, 9, 6, number)
            self._write(x + 12, self.height - 24.5, name, fonts.SANS, SMALL)
            x += 24 + fonts.width(name, fonts.SANS, SMALL)

    def _draw_bar(self, x: float, y: float, width: float, height: float, series: int) -> None:
        self.canv.setFillColor(styles.WHITE if series else styles.ACCENT)
        self.canv.setStrokeColor(styles.ACCENT)
        self.canv.setLineWidth(0.7)
        self.canv.rect(x, y, width, height, fill=1)

    def _write(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canv.setFillColor(styles.INK)
        self.canv.setFont(font, size)
        self.canv.drawString(x, y, text)


def _fit(text: str, width: float) -> str:
    """The text, cut to a width with an ellipsis."""
    if fonts.width(text, fonts.SANS, TEXT) <= width:
        return text
    while text and fonts.width(f"{text}…", fonts.SANS, TEXT) > width:
        text = text[:-1]
    return f"{text}…"


def charts(block: blocks.Charts, width: float, tree: Node) -> list[Flowable]:
    """The first chart on the left, the others below one another on the right."""
    gap = 30.0
    half = (width - gap) / 2
    left, *others = (Bars(chart, half, tree) for chart in block.charts)
    right = [part for chart in others for part in (chart, Spacer(0, 12))]
    table = Ruled([[left, right]], colWidths=[half + gap, half])
    table.setStyle(
        [
            ("FONTNAME", (0, 0), (-1, -1), fonts.SANS),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return [table, Spacer(0, 6)]


def _in_words(chart: blocks.Bars) -> str:
    """The chart in words, for screen readers."""
    names = chart.series or ("",)
    rows = (
        f"{row}: "
        + ", ".join(f"{name} {n}".strip() for name, n in zip(names, numbers, strict=True))
        for row, numbers in chart.rows
    )
    return f"{chart.title}. {'; '.join(rows)}."
