"""Checks that the DE line gives station, serial and a possible day and time.

## Why

The DE line (FL3) is the message's identity on the circuits: `DE`, the routing indicator of the
sending station, `#` with its four-digit serial, the section after an oblique, then the day of the
year and the time. A line in any other form cannot be compared with the message number or the
date-time group.

## Example

    DE RUEHTV 0412 1101131

*Use instead:*

    DE RUEHTV #0412 1101131

## Limits

Day 366 is accepted when the date-time group gives no year. Published copies that have no DE line
are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.envelope.transmission_time import defect

ID = "env-de-malformed"

_NUMBER_SIGN_SINCE = 1973
"""Before that the stations wrote the serial without its sign."""


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the DE line."""
    telegram = examined.document.telegram
    if telegram is None or telegram.de_line is None:
        return
    line = telegram.de_line
    group = telegram.date_time_group
    moment = group.moment if group else None
    if moment is not None and moment.year < _NUMBER_SIGN_SINCE:
        return
    if line.route is None:
        wrong: str | None = "no readable routing indicator and serial"
    elif line.serial is None:
        wrong = "no serial of the form #0000"
    else:
        wrong = defect(line, moment.year if moment else None)
    if wrong:
        yield Hit(
            span=line.span,
            message=f"DE line has {wrong}",
            fix="write DE, routing indicator, #serial, day of the year and time",
            expected="DE RI #nnnn dddhhmm",
        )
