"""Checks that the FM line and the message number name the same post.

## Why

The message number belongs to the sending post. A different post in the FM line means that envelope
and text come from different messages, or that the number will lead a reader to the wrong files.

## Example

    FM AMEMBASSY PORT EXAMPLE
    …
    UNCLAS TESTVILLE 000412

*Use instead:*

    FM AMEMBASSY TESTVILLE

## Limits

Posts agree when they share a word of the station's name, with at most one letter garbled, or when
the register lists one as a name of the other. Series of a travelling delegation (SECTO, TOSEC and
the like) are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.stations import differ_by_a_letter, same_station

ID = "env-origin-vs-mrn-post"

# Numbers of a travelling Secretary or a delegation belong to a series, not to a post.
_SERIES = {"SECTO", "TOSEC", "WHITO", "TOWHI", "GECON", "SALT", "MBFR", "NARUS"}


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the FM line."""
    telegram = examined.document.telegram
    if telegram is None or telegram.from_ is None or telegram.message_number is None:
        return
    mrn = telegram.message_number
    if not _agree(telegram.from_.text.upper(), mrn.station.upper()):
        yield Hit(
            span=telegram.from_.span,
            message="FM line names a different post from the message number",
            related=(Label(mrn.span, "message number"),),
        )


def _agree(origin: str, station: str) -> bool:
    words = set(station.split())
    if words & _SERIES or words & set(origin.split()):
        return True
    if same_station(origin, station):
        return True
    return any(differ_by_a_letter(word, part) for word in words for part in origin.split())
