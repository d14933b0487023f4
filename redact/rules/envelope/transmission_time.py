"""The day of the year and time on the DE line, and the moment they denote."""

from __future__ import annotations

import calendar
import datetime

from redact.documents.telegram_model import DeLine


def defect(line: DeLine, year: int | None) -> str | None:
    """What is impossible in the day or time of a DE line, ``None`` when nothing is.

    ``year`` decides whether there is a day 366; while it is unknown there may be.
    """
    if line.day_of_year is None or line.time is None:
        return "no day of the year and time"
    last = 365 if year is not None and not calendar.isleap(year) else 366
    if not 1 <= line.day_of_year <= last:
        return f"day {line.day_of_year:03d}, the year has days 001 to {last}"
    if not (line.time.isdigit() and int(line.time[:2]) < 24 and int(line.time[2:]) < 60):
        return f"time {line.time}, which is not a time of day"
    return None


def transmitted(line: DeLine, written: datetime.datetime) -> datetime.datetime | None:
    """The moment of a DE line nearest to the date-time group ``written``.

    The DE line has no year: a message written on 31 December may leave on day 001.
    """
    nearest: datetime.datetime | None = None
    for year in (written.year - 1, written.year, written.year + 1):
        if line.day_of_year is None or line.time is None or defect(line, year):
            continue
        start = datetime.datetime(year, 1, 1, tzinfo=written.tzinfo)
        moment = start + datetime.timedelta(
            days=line.day_of_year - 1, hours=int(line.time[:2]), minutes=int(line.time[2:])
        )
        if nearest is None or abs(moment - written) < abs(nearest - written):
            nearest = moment
    return nearest
