"""Checks that the date in the metadata matches the date of the message.

## Why

The date of origin decides which order and which limits apply. A catalog with another date than the
date-time group puts the message into the wrong era.

## Example

    Created 2009-04-02 11:31:00 over O 201131Z APR 09

*Use instead:*

    2009-04-20 11:31:00

## Limits

A day of difference is allowed, since catalogs give local dates. Only dates that begin with the year
are read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit, Label

ID = "meta-date-mismatch"
PARAMS = {"slack_days": 1}


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the date in the metadata."""
    document = examined.document
    created = document.metadata.created if document.metadata else None
    group = document.telegram_fields.date_time_group
    if created is None or group is None or group.moment is None:
        return
    stated = _date(created.text)
    written = group.moment.date()
    if stated is None or abs((stated - written).days) <= examined.params["slack_days"]:
        return
    yield Hit(
        span=created.span,
        message=f"metadata date is {stated.isoformat()}, date-time group is {written.isoformat()}",
        expected=written.isoformat(),
        found=stated.isoformat(),
        related=(Label(group.span, "date-time group"),),
    )


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None
