"""Dates as written in documents: ``04/20/2029``, ``1-8-85``, ``2029/04/20``, ``20 APR 2029``,
``201131Z APR 29``.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from redact.patterns import pattern
from redact.sources import Span

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_NAME = rf"(?P<{{0}}>{'|'.join(MONTHS)})[A-Z]{{{{0,6}}}}\.?"
_DATE = pattern(
    r"(?<![\d/.-])(?:"
    r"(?P<m>\d{1,2})\s?[/.-]\s?(?P<d>\d{1,2})\s?[/.-]\s?(?P<y>\d{4}|\d{2})"
    r"|(?P<iy>\d{4})(?P<mark>[-/])(?P<im>\d{1,2})(?P=mark)(?P<id>\d{1,2})"
    r"|(?P<cy>[12]\d{3})(?P<cm>\d{2})(?P<cd>\d{2})"
    rf"|(?P<xd>\d{{1,2}})\s?{_NAME.format('xm')},?\s?(?P<xy>\d{{4}}|\d{{2}})"
    rf"|(?P<gd>\d\d)\d{{4}}Z\s{_NAME.format('gm')}\s(?P<gy>\d{{4}}|\d{{2}})"
    rf"|{_NAME.format('nm')}\s(?P<nd>\d{{1,2}}),?\s(?P<ny>\d{{4}})"
    r")(?![\d/])",
    re.IGNORECASE,
)
_FORMS = (
    ("y", "m", "d"),
    ("iy", "im", "id"),
    ("cy", "cm", "cd"),
    ("xy", "xm", "xd"),
    ("gy", "gm", "gd"),
    ("ny", "nm", "nd"),
)


class FoundDate(NamedTuple):
    """A date found in a text; ``day`` is ``None`` when the calendar has no such day."""

    span: Span
    day: datetime.date | None


def find_date(
    text: str, start: int, end: int, *, after: datetime.date | None = None
) -> FoundDate | None:
    """The first date in ``text[start:end]``.

    Numeric dates are read in U.S. order: month, day, year. A two-digit year is the first such year
    not before that of ``after`` (the day the document was written); without it, years up to 60 are
    in this century.
    """
    match = _DATE.search(text, start, end)
    if match is None:
        return None
    year, month, day = next(f for f in _FORMS if match[f[0]] is not None)
    written = match[month]
    number = month_number(written) if written.isalpha() else int(written)
    try:
        found = datetime.date(_year(match[year], after), number, int(match[day]))
    except ValueError:
        found = None
    return FoundDate(Span(*match.span()), found)


def month_number(name: str) -> int:
    """The number of the month with a name, which may be shortened to three letters."""
    return MONTHS.index(name[:3].upper()) + 1


def _year(written: str, after: datetime.date | None) -> int:
    number = int(written)
    if len(written) == 4:
        return number
    if after is None:
        return (2000 if number <= 60 else 1900) + number
    century = after.year - after.year % 100
    # A year of slack: a date shortly before the document's is an error, not the next century's.
    return century + number + (100 if century + number < after.year - 1 else 0)
