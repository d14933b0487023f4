"""The lines of a text with their places, and white space folded for recognition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from redact.patterns import pattern
from redact.sources import Span

HEAD = 240
"""Code points of a line that are looked at to tell what kind of line it is."""

GOES_ON = " …"
"""Ends the head of a line that is longer, so that nothing takes the head for the whole line."""

BLANK = r"(?:[^\S\r\n]|[\u00ad\u200b-\u200f\u2060\ufeff])"
"""Pattern of one blank inside a line, zero-width characters among them."""

_LINE = pattern(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class TextLine(NamedTuple):
    """One line: its text is ``[start, end)``, with its line end ``[start, stop)``.

    ``head`` are its first `HEAD` code points with white space folded to single blanks and none at
    either side, and `GOES_ON` where more follows; a blank line has none. A named tuple, since one
    is made for every line and it is several times as fast to make as a frozen dataclass.
    """

    start: int
    end: int
    stop: int
    head: str

    @property
    def span(self) -> Span:
        """The line without its line end."""
        return Span(self.start, self.end)


_start_of = attrgetter("start")

_text_line = partial(tuple.__new__, TextLine)
"""`TextLine` of its four fields: what a named tuple does, without a call of Python in between."""


def split_lines(text: str) -> tuple[TextLine, ...]:
    """Every line of the text; together they cover it. A text that ends a line has no line more."""
    if "\r" not in text:
        return _lines_by_line_feed(text)
    lines: list[TextLine] = []
    for match in _LINE.finditer(text):
        start, end, stop = match.start(1), match.end(1), match.end()
        if start == stop:
            break
        lines.append(TextLine(start, end, stop, _head(text[start:end])))
    return tuple(lines)


def _lines_by_line_feed(text: str) -> tuple[TextLine, ...]:
    """`split_lines` where every line ends with a line feed, several times as fast."""
    lines: list[TextLine] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if end - start <= HEAD and "  " not in line and line.isprintable():
            head = line.strip()  # a blank is the only white space that can be printed
        else:
            head = _head(line)
        lines.append(_text_line((start, end, end + 1, head)))
        start = end + 1
    last = lines.pop()
    if last.end > last.start:
        lines.append(last._replace(stop=last.end))
    return tuple(lines)


def line_at(lines: Sequence[TextLine], place: int) -> int:
    """Index of the line of a text in which the code point ``place`` stands."""
    return bisect_right(lines, place, key=_start_of) - 1


def _head(line: str) -> str:
    if len(line) <= HEAD:
        return " ".join(line.split())
    line = line.strip()
    return " ".join(line[:HEAD].split()) + (GOES_ON if len(line) > HEAD else "")


def fold_space(text: str) -> str:
    """``text`` with every run of white space as one blank, and none at either side."""
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch ``[start, end)`` without the white space at its sides."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, max(start + left, start + len(words.rstrip())))
