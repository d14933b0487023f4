"""Code frames: the lines of a finding with carets under the span, for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from redact.sources import Source, Span
from redact.values import dataclass

WIDTH = 100
"""Columns of document text shown; longer lines are cut around the span."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span in a frame: carets for the finding itself, dashes for related spans."""

    span: Span
    sign: str
    note: str = ""


def frame(source: Source, marks: Iterable[Mark]) -> list[str]:
    """The numbered lines of the marks, each underlined below; only the first line of each mark.

    Lines that are not adjacent are separated by an ellipsis. Control and direction-changing
    characters are shown as a replacement character, so that a document cannot control the
    terminal.
    """
    placed = sorted((source.line_col(mark.span.start), mark) for mark in marks)
    gutter = len(str(placed[-1][0][0]))
    blank = " " * gutter + " |"
    rows = [blank]
    previous = 0
    for (line, column), mark in placed:
        text = source.line_text(line)
        length = max(1, min(len(mark.span), len(text) - column + 1))
        shown, before, marked = _window(text, column - 1, length)
        if previous and line > previous + 1:
            rows.append(" " * gutter + "...")
        if line != previous:
            rows.append(f"{line:>{gutter}} | {shown}")
        note = f" {mark.note}" if mark.note else ""
        rows.append(f"{blank} {' ' * before}{mark.sign * marked}{note}")
        previous = line
    return [row.rstrip() for row in rows]


def _window(text: str, start: int, length: int) -> tuple[str, int, int]:
    """The part of a line to show, the columns before the span in it, the columns of the span."""
    first = max(0, start - WIDTH // 3) if start + length > WIDTH else 0
    last = min(len(text), first + WIDTH)
    head = "… " if first else ""
    tail = " …" if last < len(text) else ""
    before = len(head) + _columns(text[first:start])
    marked = max(1, _columns(text[start : min(start + length, last)]))
    return f"{head}{visible(text[first:last])}{tail}", before, marked


def visible(text: str) -> str:
    """``text`` with every character without a visible shape shown as U+FFFD or a space."""
    if text.isprintable():
        return text
    return "".join(
        " " if c == "\t" else "\N{REPLACEMENT CHARACTER}" if _hidden(c) else c for c in text
    )


def _hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _columns(text: str) -> int:
    """Terminal columns ``text`` takes: two for wide characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
