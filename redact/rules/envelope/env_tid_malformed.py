"""Checks that the transmission identification line is well formed.

## Why

The first line of a transmission is `VZCZC`, the three letters of the channel and the channel
number, in one run. It shows that no message between two others was lost on the circuit.

## Example

    VZCZC XYZ0001

*Use instead:*

    VZCZCXYZ0001

## Limits

Records without the line are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern

ID = "env-tid-malformed"

_FORM = pattern(r"VZCZC[A-Z]{3}\d{3,4}|[A-Z]{8} [A-Z]{4,7}\d{4} \d{7}.*")
"""The line of State, and the first line of a message of the armed forces: precedence, language and
media, station and number, time, security characters."""


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on FL1."""
    telegram = examined.document.telegram
    line = telegram.transmission_id if telegram else None
    if line is not None and not _FORM.fullmatch(line.text):
        yield Hit(
            span=line.span,
            message="transmission identification is not VZCZC, three letters and number in one run",
            expected="VZCZCAAA0000",
        )
