"""Checks that the date-time group gives a precedence and a valid date and time.

## Why

The date-time group (FL5) is the date of origin: it decides which executive order, which reasons and
which declassification limits apply. It is one or more precedence prosigns, then day, hour and
minute with `Z`, month and year.

## Example

    O 311131Z APR 09

*Use instead:*

    O 301131Z APR 09

## Limits

Records without any date-time group are not reported here. Nor is a missing precedence where the
group is all that an extract kept of the envelope.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.envelope.precedence import of_prosign
from redact.rules.scope import last_line
from redact.sources import Span

ID = "env-dtg-malformed"

_MONTHS = [name.upper() for name in calendar.month_abbr[1:]]
_GROUP = pattern(r"(?P<day>\d\d)(?P<time>\d{4})Z\s*(?P<month>[A-Z]{3})?\s*(?P<year>\d\d)?\b")
_REMAINS = pattern(rf"\b\d{{4,7}}Z\b|\b(?:{'|'.join(_MONTHS)})\s+\d\d\b")
"""What garbling leaves of a date-time group: day and time, or month and year."""


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the date-time group."""
    document, register = examined.document, examined.register
    group = document.telegram_fields.date_time_group
    invalid = group.span if group and group.moment is None else _unread_group(document)
    if invalid is not None:
        yield Hit(
            span=invalid,
            message=f"date-time group is not valid: {_defect(document.text_of(invalid))}",
            expected="DDHHMMZ MON YY",
        )
    elif group and not (group.prosigns and all(of_prosign(p, register) for p in group.prosigns)):
        if _follows_a_label(document, group.span) or _is_only_envelope_line(document):
            return  # Date/DTG: Feb 10, 2011 / 101345Z FEB 11
        wrong = "an unknown" if group.prosigns else "no"
        yield Hit(
            span=group.span,
            message=f"date-time group has {wrong} precedence prosign",
            expected=" ".join(p.prosign for p in register.precedences),
            case="prosign",
        )


def _unread_group(document: Document) -> Span | None:
    """The line above FM with the remains of a date-time group, where none was parsed."""
    telegram = document.telegram
    if telegram is None or telegram.date_time_group is not None or telegram.from_ is None:
        return None
    line, _ = document.source.line_col(telegram.from_.span.start)
    above = last_line(document.source, document.source.line_start(line))
    return above if _REMAINS.search(document.text_of(above)) else None


def _follows_a_label(document: Document, group: Span) -> bool:
    line, column = document.source.line_col(group.start)
    return ":" in document.source.line_text(line)[: column - 1]


def _is_only_envelope_line(document: Document) -> bool:
    telegram = document.telegram
    return telegram is not None and not (
        telegram.de_line or telegram.precedence or telegram.from_ or telegram.to or telegram.info
    )


def _defect(text: str) -> str:
    found = _GROUP.search(text.upper())
    if found is None:
        return "day and time cannot be read"
    day, time, month, year = found.group("day", "time", "month", "year")
    if int(time[:2]) > 23 or int(time[2:]) > 59:
        return f"{time} is not a time of day"
    if month not in _MONTHS:
        return "the month cannot be read"
    if year is None:
        return "the year cannot be read"
    last = calendar.monthrange(2000 + int(year), _MONTHS.index(month) + 1)[1]
    if not 1 <= int(day) <= last:
        return f"{month} {year} has no day {day}"
    return "the characters before the day are not a precedence"
