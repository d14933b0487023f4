"""Checks that the DE line and the date-time group give about the same time.

## Why

The date-time group says when the message was written, the DE line when the station sent it, as day
of the year and time. More than a day between them means that one was altered, that the date was
mistyped, or that two messages were joined. A message sent before it was written is odd but common
where a release time was corrected by hand.

## Example

    DE RUEHTV #0512 1301131
    ZNR UUUUU ZZH
    O 201131Z APR 09

*Use instead:*

    DE RUEHTV #0512 1101131

## Limits

A message held back, or sent again under its old date-time group, is reported although nothing is
wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.transmission_time import transmitted

ID = "env-de-dtg-drift"
PARAMS = {"drift_hours": 24, "early_minutes": 10}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the DE line when it is too far from, or before, the date-time group."""
    telegram = examined.document.telegram
    if telegram is None or telegram.de_line is None or telegram.date_time_group is None:
        return
    written = telegram.date_time_group.moment
    sent = transmitted(telegram.de_line, written) if written else None
    if written is None or sent is None:
        return
    minutes = (sent - written) / timedelta(minutes=1)
    if abs(minutes) > examined.params["drift_hours"] * 60:
        case = "default"
    elif minutes < -examined.params["early_minutes"]:
        case = "early"
    else:
        return
    days = f"{written:%j}"
    message = (
        f"DE line is day {sent:%j}, date-time group is day {days}"
        if case == "default"
        else f"DE line is of {sent:%H%M}Z day {sent:%j}, before the date-time group "
        f"of {written:%H%M}Z day {days}"
    )
    yield Hit(
        span=telegram.de_line.span,
        message=message,
        expected=f"{written:%j%H%M}",
        found=f"{sent:%j%H%M}",
        related=(Label(telegram.date_time_group.span, "date-time group"),),
        case=case,
    )
