"""Small bar charts that read in black and white: every bar carries its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.shapes import Drawing, Line, Rect, String

from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.text import plain

BAR = 9.0
GAP = 8.0
TEXT = 7.8


def bars(
    title: str,
    rows: Sequence[tuple[str, Sequence[int]]],
    width: float,
    *,
    series: Sequence[str] = (),
) -> Drawing:
    """Horizontal bars, one line for each row of ``rows``: its name and a number per series.

    The first series is filled, the second an outline, so that no colour is needed to tell them.
    """
    names = [plain(name, fonts.SANS) for name, _ in rows]
    left = min(max((fonts.width(n, fonts.SANS, TEXT) for n in names), default=0) + 8, width * 0.5)
    per_row = max((len(numbers) for _, numbers in rows), default=1)
    step = BAR * per_row + GAP
    top = 20.0 + (14.0 if series else 0.0)
    height = top + step * len(rows)
    drawing = Drawing(width, height)
    drawing.add(_text(0, height - 9, title, fonts.SANS_BOLD, 8.6))
    x = 0.0
    for number, name in enumerate(series):
        drawing.add(_bar(x, height - 25, 9, number, 6))
        drawing.add(_text(x + 12, height - 24.5, name, fonts.SANS, 7.2))
        x += 24 + fonts.width(name, fonts.SANS, 7.2)
    most = max((n for _, numbers in rows for n in numbers), default=0) or 1
    scale = (width - left - 26) / most
    y = height - top
    for name, (_, numbers) in zip(names, rows, strict=True):
        middle = y - BAR * per_row / 2
        drawing.add(_text(0, middle - 2.7, _fit(name, left - 4), fonts.SANS, TEXT))
        for number, value in enumerate(numbers):
            low = y - BAR * (number + 1)
            length = value * scale
            if value:
                drawing.add(_bar(left, low + 1, length, number, BAR - 2))
            drawing.add(_text(left + length + 4, low + 1.6, str(value), fonts.SANS, 7.4))
        y -= step
    drawing.add(
        Line(left, height - top + 3, left, y + GAP - 3, strokeColor=styles.INK, strokeWidth=0.6)
    )
    return drawing


def _bar(x: float, y: float, width: float, series: int, height: float) -> Rect:
    fill = styles.WHITE if series else styles.ACCENT
    look: Any = {"fillColor": fill, "strokeColor": styles.ACCENT, "strokeWidth": 0.7}
    return Rect(x, y, width, height, **look)


def _text(x: float, y: float, text: str, font: str, size: float) -> String:
    return String(x, y, text, fontName=font, fontSize=size, fillColor=styles.INK)


def _fit(text: str, width: float) -> str:
    """The text, cut to a width with an ellipsis."""
    if fonts.width(text, fonts.SANS, TEXT) <= width:
        return text
    while text and fonts.width(f"{text}…", fonts.SANS, TEXT) > width:
        text = text[:-1]
    return f"{text}…"
