"""Text of the report as HTML: escaped, and without hidden characters."""

from __future__ import annotations

import html
import unicodedata

from redact.outputs.audit.blocks import Cell, Run, Text
from redact.outputs.audit.characters import visible

_TAGS = {"plain": "", "bold": "b", "soft": "small", "mono": "code"}


def escaped(text: str) -> str:
    """The text for an element or an attribute in double quotes."""
    return html.escape(visible(text))


def inline(text: Text) -> str:
    """The runs of a text in their styles, as links where they have a target."""
    return "".join(_run(run) for run in text)


def lines(cell: Cell) -> str:
    """The lines of a cell, one below the other."""
    return "<br>".join(inline(line) for line in cell)


def _run(run: Run) -> str:
    # Text in other directions is isolated, so that it cannot reorder what follows.
    shown = escaped(run.text)
    if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in run.text):
        shown = f"<bdi>{shown}</bdi>"
    if tag := _TAGS[run.look]:
        shown = f"<{tag}>{shown}</{tag}>"
    return f'<a href="#{run.target}">{shown}</a>' if run.target else shown
