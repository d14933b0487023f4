"""The report's structure for screen readers: what is a heading, a row, a cell.

reportlab writes no tags, so each flowable marks its content with a number while it is drawn, and
the tree over the marks is added to the finished file (`redact.outputs.pdf.archive`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from functools import lru_cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table

_SHORT = 80
"""Markup up to this many characters is cached once parsed: labels and cells repeat often."""


class Node:
    """An element of the structure: its kind (``H1``, ``P``, ``TD``), its content in order.

    A mark in ``kids`` is its page, from 0, and its number on that page.
    """

    __slots__ = ("alt", "kids", "kind", "scope")

    def __init__(self, kind: str, *, alt: str = "", scope: str = "") -> None:
        self.kind = kind
        self.alt = alt
        self.scope = scope
        self.kids: list[Node | tuple[int, int]] = []

    def add(self, kind: str, *, alt: str = "", scope: str = "") -> Node:
        """A new element at the end of this one."""
        node = Node(kind, alt=alt, scope=scope)
        self.kids.append(node)
        return node

    @property
    def is_drawn(self) -> bool:
        """Whether the element itself already has content on a page."""
        return any(isinstance(kid, tuple) for kid in self.kids)


@contextmanager
def marked(canvas: Any, node: Node | None) -> Iterator[None]:
    """Tag what is drawn in the block as content of the node, or as decoration if ``None``."""
    if node is None:
        canvas._code.append("/Artifact BMC")
    else:
        page = canvas.getPageNumber() - 1
        number = canvas.marks[page] = canvas.marks.get(page, -1) + 1
        node.kids.append((page, number))
        canvas._code.append(f"/{node.kind} <</MCID {number}>> BDC")
    yield
    canvas._code.append("EMC")


@lru_cache(maxsize=4096)
def _read(text: str, style: ParagraphStyle) -> tuple[Any, ...]:
    """The pieces of a marked-up text, each with its style."""
    return tuple(Paragraph(text, style).frags)


class Words(Paragraph):  # type: ignore[misc] # reportlab is not typed
    """A paragraph that is content of a node; when drawn again, as a repeated head, decoration."""

    def __init__(
        self, text: str | None, style: ParagraphStyle, node: Node | None = None, **more: Any
    ) -> None:
        if text is not None and len(text) <= _SHORT:
            more["frags"] = [copy(piece) for piece in _read(text, style)]
        super().__init__(text, style, **more)
        self.node = node
        self.is_part = False
        self._wrapped_at: float | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The size at that width; a table asks twice, once to lay out and once to draw."""
        if self._wrapped_at != width:
            self._size: tuple[float, float] = super().wrap(width, height)
            self._wrapped_at = width
        return self._size

    def split(self, width: float, height: float) -> list[Any]:
        """The parts on either side of a page break, content of the same node."""
        parts: list[Any] = super().split(width, height)
        if not parts:
            self._wrapped_at = None  # reportlab has thrown the lines away
        for part in parts:
            part.node, part.is_part = self.node, True
        return parts

    def draw(self) -> None:
        """Draw the words, marked."""
        again = self.node is not None and self.node.is_drawn and not self.is_part
        with marked(self.canv, None if again else self.node):
            super().draw()


class Ruled(Table):  # type: ignore[misc] # reportlab is not typed
    """A table whose lines and shades are decoration."""

    def _drawBkgrnd(self) -> None:
        with marked(self.canv, None):
            super()._drawBkgrnd()

    def _drawLines(self) -> None:
        with marked(self.canv, None):
            super()._drawLines()
