"""Names in columns: two or more blanks inside a line end a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.persons.views.reading import Reading
from redact.persons.weighing.name_shape import strength
from redact.sources import Span

_COLUMN = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_KNOWN = 1.0


def cells(reading: Reading, span: Span) -> Iterator[Span]:
    """The parts of ``span`` between columns: the first, and others that hold a known name.

    What stands in the next column is as often the person's agency. Blanks beside a line end are
    no column.
    """
    start = span.start
    for gap in (*_COLUMN.finditer(reading.text, span.start, span.end), None):
        cell = Span(start, gap.start() if gap else span.end)
        if start == span.start or strength(reading, cell) >= _KNOWN:
            yield cell
        if gap:
            start = gap.end()
