"""Numbers that are known only after the last page: the page of a heading, the number of pages.

In place of such a number a form is drawn that is not yet defined; all are defined before the
file is saved. So the pages are laid out only once.
"""

from __future__ import annotations

from typing import Any

from reportlab.platypus import Flowable

from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.tags import Node, marked

# No number with its words exceeds these dimensions, in points.
_WIDEST = 150.0
_TALLEST = 12.0
_DEEPEST = 4.0


class PageOf(Flowable):  # type: ignore[misc] # reportlab is not typed
    """The page of the heading with that key, right-aligned in the available width."""

    def __init__(self, key: str, node: Node) -> None:
        super().__init__()
        self._key = key
        self._node = node

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The full available width, one line high."""
        self.width, self.height = width, styles.TOC_PAGE.leading
        return self.width, self.height

    def draw(self) -> None:
        """The number, filled in later."""
        self.canv.asked.add(self._key)
        with marked(self.canv, self._node):
            _draw(self.canv, f"page-of-{self._key}", self.width, 3.0)


def draw_page_number(canvas: Any, x: float, y: float) -> None:
    """Draw ``Page x of y`` for the current page, ending at ``x``."""
    _draw(canvas, f"number-{canvas.getPageNumber()}", x, y)


def _draw(canvas: Any, name: str, x: float, y: float) -> None:
    # A name with a space in it would be read as two in the page's content stream.
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(name)
    canvas.restoreState()


def fill_in(canvas: Any, pages: int) -> None:
    """Define all drawn forms: the number of each page, the page of each requested heading.

    A requested heading that is not in the report has no number.
    """
    for number in range(1, pages + 1):
        _define(canvas, f"number-{number}", f"Page {number} of {pages}", 7.6)
    for key in sorted(canvas.asked):
        shown = str(canvas.headings.get(key, ""))
        _define(canvas, f"page-of-{key}", shown, styles.TOC_PAGE.fontSize)


def _define(canvas: Any, name: str, shown: str, size: float) -> None:
    canvas.beginForm(name, -_WIDEST, -_DEEPEST, 0, _TALLEST)
    canvas.setFillColor(styles.SOFT)
    canvas.setFont(fonts.SANS, size)
    canvas.drawRightString(0, 0, shown)
    canvas.endForm()
