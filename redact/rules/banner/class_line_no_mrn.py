"""Checks that the classification line of a telegram carries its message number.

## Why

Station and number on the classification line are the telegram's name. Without them it cannot be
cited, and pages of two telegrams cannot be told apart.

## Example

    C O N F I D E N T I A L

    SIPDIS

*Use instead:*

    C O N F I D E N T I A L TESTVILLE 000412

## Limits

A record that has page banners only is not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit

ID = "class-line-no-mrn"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the classification line."""
    document = examined.document
    line = next((b for b in document.banners if b.place == "line"), None)
    if document.telegram is None or document.telegram.message_number is not None or line is None:
        return
    yield Hit(
        span=line.span,
        message="classification line carries no message number",
        fix="add station and number after the level",
    )
