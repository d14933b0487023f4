"""A date-time group so garbled that it was not parsed as one."""

from __future__ import annotations

import calendar

from redact.documents.model import Document
from redact.patterns import pattern
from redact.sources import Span

_MONTHS = "|".join(name.upper() for name in calendar.month_abbr[1:])
_REMAINS = pattern(rf"\b\d{{4,7}}Z\b|\b(?:{_MONTHS})\s+\d\d\b")
"""What garbling leaves of it: day and time, or month and year."""


def unread_group(document: Document) -> Span | None:
    """The line above FM with the remains of a date-time group, where none was parsed."""
    telegram = document.telegram
    if telegram is None or telegram.date_time_group is not None or telegram.from_ is None:
        return None
    text = document.text
    line, _ = document.source.line_col(telegram.from_.span.start)
    end = len(text[: document.source.line_start(line)].rstrip())
    above, _ = document.source.line_col(end)
    start = document.source.line_start(above)
    return Span(start, end) if _REMAINS.search(text[start:end]) else None
