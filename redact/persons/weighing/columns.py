"""Names in columns: two or more blanks within a line end a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import strength
from redact.sources import Span

_COLUMN = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_KNOWN = 1.0


def cells(reading: Reading, span: Span) -> Iterator[Span]:
    """The parts of ``span`` between columns: the first, and others that contain a known name.

    The next column often holds the person's agency instead. Blanks at a line end do not separate
    columns.
    """
    start = span.start
    for gap in (*_COLUMN.finditer(reading.text, span.start, span.end), None):
        cell = Span(start, gap.start() if gap else span.end)
        if start == span.start or strength(reading, cell) >= _KNOWN:
            yield cell
        if gap:
            start = gap.end()
