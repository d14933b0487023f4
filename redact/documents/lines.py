"""The lines of a text with their offsets, and white space folded for recognition."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from redact.patterns import pattern
from redact.sources import Span

HEAD = 240
"""Number of code points at the start of a line used to recognize what kind of line it is."""

ELLIPSIS = " …"
"""Ends the head of a longer line, so that the head is never mistaken for the whole line."""

BLANK = r"(?:[^\S\r\n]|[\u00ad\u200b-\u200f\u2060\ufeff])"
"""Pattern of one blank inside a line, including zero-width characters."""

_LINE = pattern(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class TextLine(NamedTuple):
    """One line: its text is ``[start, end)``, or ``[start, stop)`` including the line end.

    ``head`` is its first `HEAD` code points, stripped and with white space folded to single
    blanks, then `ELLIPSIS` if more follows; empty for a blank line. A named tuple because one is
    made for every line, several times faster than a frozen dataclass.
    """

    start: int
    end: int
    stop: int
    head: str

    @property
    def span(self) -> Span:
        """The line without its line end."""
        return Span(self.start, self.end)


_OTHER_BLANKS = "\t\v\f\x1c\x1d\x1e\x1f"
"""The white space of ASCII besides the blank and line ends."""
_start_of = attrgetter("start")

_text_line = partial(tuple.__new__, TextLine)
"""`TextLine` from a tuple of its four fields, without the Python-level ``__new__``."""


def split_lines(text: str) -> tuple[TextLine, ...]:
    """Every line of the text; together they cover it. A final line end adds no empty line."""
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
    """`split_lines` for text whose line ends are all line feeds, several times as fast."""
    lines = text.split("\n")
    stops = list(accumulate([len(line) + 1 for line in lines]))
    if text.isascii() and not any(blank in text for blank in _OTHER_BLANKS):
        heads = [
            line.strip() if "  " not in line and len(line) <= HEAD else _head(line)
            for line in lines
        ]
    else:
        heads = list(map(_head, lines))
    found = list(
        map(_text_line, zip([0, *stops], [at - 1 for at in stops], stops, heads, strict=False))
    )
    last = found.pop()
    if last.end > last.start:
        found.append(last._replace(stop=last.end))
    return tuple(found)


def line_at(lines: Sequence[TextLine], place: int) -> int:
    """Index of the line that contains the code point offset ``place``."""
    return bisect_right(lines, place, key=_start_of) - 1


def _head(line: str) -> str:
    if len(line) <= HEAD:
        return " ".join(line.split())
    line = line.strip()
    return " ".join(line[:HEAD].split()) + (ELLIPSIS if len(line) > HEAD else "")


def fold_space(text: str) -> str:
    """``text`` stripped, with every run of white space replaced by one blank."""
    return " ".join(text.split())


def trimmed(text: str, start: int, end: int) -> Span:
    """The span ``[start, end)`` of ``text`` without white space at either end."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return Span(start + left, max(start + left, start + len(words.rstrip())))
