"""The day a telegram was written, from the best evidence in it.

The date-time group states it. When one of its digits is wrong, other lines are used: the era of a
telegram, and hence which rules apply, must not depend on one digit.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from redact.documents.dates import find_date, month_number
from redact.documents.head import signs
from redact.documents.head.envelope import Envelope
from redact.documents.lines import TextLine
from redact.documents.model import Metadata
from redact.patterns import pattern

_GROUP = pattern(
    r"(?:[A-Z]\s+){0,4}(?P<day>[\dOIlSB]{2})[\dOIlSB]{2,5}(?:Z\s*|\s+)"
    rf"(?:(?P<month>{signs.MONTHS})[A-Z]*\.?|(?<=Z )[A-Z\d]{{3}}(?=\s))"
    r"\s*(?P<year>(?:19|20)?\d\d)(?!\d)"
)
_AS_DIGITS = str.maketrans("OIlSB", "01158")
_LOOK_AHEAD = 60
"""Number of lines from the top searched for a date-time group that cannot be parsed."""


def date_of_origin(
    envelope: Envelope, lines: Iterable[TextLine], metadata: Metadata | None
) -> datetime.date | None:
    """The date of the date-time group; else the date from its readable parts and the DE line's day
    of the year; else the date given by a wrapper or an archive.
    """
    group = envelope.date_time_group
    if group and group.moment:
        return group.moment.date()
    return _damaged(envelope, lines) or _of_metadata(metadata)


def _damaged(envelope: Envelope, lines: Iterable[TextLine]) -> datetime.date | None:
    group = envelope.date_time_group
    heads = [group.text] if group else [line.head for line in lines if len(line.head) < 60]
    match = next((found for head in heads[:_LOOK_AHEAD] if (found := _GROUP.match(head))), None)
    if match is None:
        return None
    year = int(match["year"])
    if year < 100:
        year += 1900 if year >= 60 else 2000
    month = month_number(match["month"]) if match["month"] else None
    day_of_year = envelope.de_line.day_of_year if envelope.de_line else None
    if day_of_year and 1 <= day_of_year <= 366:
        day = datetime.date(year, 1, 1) + datetime.timedelta(days=day_of_year - 1)
        # The DE line has the day of transmission: a telegram of the 31st may go out on the 1st.
        if month is None or abs((day - datetime.date(year, month, 15)).days) <= 20:
            return day
    if month is None:
        return None
    try:
        return datetime.date(year, month, int(match["day"].translate(_AS_DIGITS)))
    except ValueError:
        return datetime.date(year, month, 1)


def _of_metadata(metadata: Metadata | None) -> datetime.date | None:
    created = metadata.created if metadata else None
    found = find_date(created.text, 0, len(created.text)) if created else None
    return found.day if found else None
