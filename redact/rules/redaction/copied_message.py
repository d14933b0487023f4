"""The message number of a public copy, also where its classification line was cancelled."""

from __future__ import annotations

from redact.documents.head.message_id import message_id
from redact.documents.model import Document
from redact.markings.register import Register
from redact.patterns import pattern

_CANCELLED_LINE = pattern(
    r"^\[[A-Z ]{1,40} - cancelled for this copy\][ \t]+"
    r"(?:SECTION[ \t]+\d+[ \t]+OF[ \t]+\d+[ \t]+)?"
    r"(?P<station>[A-Z][A-Z .'-]{1,40}?)[ \t]+(?P<number>\d{1,6})\b",
)
_LINES = 60
"""Lines at the head of a copy among which its classification line stands."""


def message_number_of(copy: Document, register: Register) -> str | None:
    """The canonical message number, ``None`` when station, number or year cannot be read."""
    number = copy.telegram and copy.telegram.message_number
    if number:
        return number.id
    year = str(copy.date.year) if copy.date else None
    source = copy.source
    for line in range(1, min(source.line_count, _LINES) + 1):
        match = _CANCELLED_LINE.match(source.line_text(line))
        if match:
            return message_id(year, match["station"], match["number"], register)
    return None
