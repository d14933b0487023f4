"""Splitting prose into paragraphs, which the language model reads one at a time.

A line much shorter than its paragraph is wide also ends a paragraph: in a list or an address the
next line does not continue it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.sources import Span

LONGEST = 4_000
"""Maximum characters the model reads at once; memory and time grow with it."""

_BLANK = re.compile(r"\n[ \t\r\f]*\n")
_ITEM = re.compile(r"[ \t]*(?:\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|[-*•])[ \t]+\S")
_LETTERED = re.compile(r"[ \t]*[A-Z]\.[ \t]+\S")
_OPEN_END = re.compile(r"[\w,]$")
_LINE = re.compile(r"[^\n]*\n?")
_RUN = re.compile(r"[ \t]{3,}")
_NARROW = 40


def paragraphs(text: str, span: Span) -> Iterator[Span]:
    """The paragraphs inside ``span``, none longer than `LONGEST`, without blanks at the edges."""
    start = span.start
    for gap in _BLANK.finditer(text, span.start, span.end):
        yield from _pieces(text, Span(start, gap.start()))
        start = gap.end()
    yield from _pieces(text, Span(start, span.end))


def _pieces(text: str, block: Span) -> Iterator[Span]:
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text, block.start, block.end) if m[0]]
    # A line split by a page break contains a long run of blanks.
    lengths = [len(_RUN.sub(" ", line.of(text).strip())) for line in lines]
    width = max(lengths, default=0)
    start = block.start
    for line, length, following in zip(lines, lengths, (*lines[1:], None), strict=False):
        ends = following is None or _opens_item(text, line, following)
        short = length < min(_NARROW, 0.62 * width) or width < _NARROW
        if ends or short:
            yield from _bounded(text, Span(start, line.end))
            start = line.end


def _opens_item(text: str, line: Span, following: Span) -> bool:
    """Whether the following line opens an item of a list.

    A letter after a line that has not ended its sentence, and is not a list item itself, is an
    initial: MANAGER / W. BRANDWYCK.
    """
    if not _ITEM.match(text, following.start, following.end):
        return False
    if not _LETTERED.match(text, following.start, following.end):
        return True
    written = line.of(text).rstrip()
    return _ITEM.match(written) is not None or _OPEN_END.search(written) is None


def _bounded(text: str, piece: Span) -> Iterator[Span]:
    start, end = piece.start, piece.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(c, start, start + LONGEST) for c in " \n")
        cut = cut if cut > start else start + LONGEST
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)
