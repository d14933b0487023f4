"""Code frames: the lines of a finding with carets under the span, for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from redact.sources import Source, Span
from redact.values import dataclass

WIDTH = 100
"""Characters shown of a line; longer ones are cut around the span."""
_MORE = "… "


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span in a frame: carets for the finding itself, dashes for related spans."""

    span: Span
    sign: str
    note: str = ""


def frame(source: Source, marks: Iterable[Mark], width: int = WIDTH) -> list[str]:
    """The numbered lines of the marks, each underlined below; only the first line of each mark.

    Of a line longer than ``width`` characters the part around a mark is shown, for each mark its
    own part if need be. Lines that are not adjacent are separated by an ellipsis. Control and
    direction-changing characters are shown as a replacement character, so that a document cannot
    control the terminal.
    """
    placed = [
        (source.line_col(mark.span.start), mark) for mark in sorted(marks, key=lambda m: m.span)
    ]
    gutter = len(str(placed[-1][0][0]))
    blank = " " * gutter + " |"
    rows = [blank]
    previous = first = 0
    for (line, column), mark in placed:
        text, start = source.line_text(line), column - 1
        end = start + max(1, min(len(mark.span), len(text) - start))
        if line != previous or not first <= start <= end <= first + width:
            room = max(0, width - (end - start))
            first = max(0, start - min(room, width // 3)) if end > width else 0
            if previous and line > previous + 1:
                rows.append(" " * gutter + "...")
            rows.append(f"{line:>{gutter}} | {_cut(text, first, width)}")
        before = len(_MORE) * (first > 0) + _columns(text[first:start])
        marked = max(1, _columns(text[start : min(end, first + width)]))
        note = f" {mark.note}" if mark.note else ""
        rows.append(f"{blank} {' ' * before}{mark.sign * marked}{note}")
        previous = line
    return [row.rstrip() for row in rows]


def _cut(text: str, first: int, width: int) -> str:
    """The part of a line from ``first`` on, and signs that there is more of it."""
    shown = visible(text[first : first + width])
    return f"{_MORE if first else ''}{shown}{_MORE[::-1] if first + width < len(text) else ''}"


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
