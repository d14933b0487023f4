"""Checks that the classification line of a telegram gives its message number.

## Why

Station and number on the classification line are the telegram's name. Without them it cannot be
cited, and pages of two telegrams cannot be told apart.

## Example

    C O N F I D E N T I A L

    SIPDIS

*Use instead:*

    C O N F I D E N T I A L TESTVILLE 000412

## Limits

A level below the envelope is taken for the classification line; a record with page banners only is
not reported. Before July 1973 telegrams were typed on forms that had a field for the number.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.documents.model import BannerLine, Document
from redact.findings import Examined, Hit

ID = "class-line-no-mrn"
_ON_THE_LINE_SINCE = datetime.date(1973, 7, 1)


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the classification line."""
    document = examined.document
    telegram = document.telegram
    if telegram is None or telegram.message_number is not None:
        return
    if document.kind == "military" or (telegram.from_ and "//" in telegram.from_.text):
        return  # military messages are numbered by originator and date-time group
    if document.date is not None and document.date < _ON_THE_LINE_SINCE:
        return
    line = next((b for b in document.banners if b.place == "line"), None) or _under_envelope(
        document
    )
    if line is not None:
        yield Hit(
            span=line.span,
            message="classification line carries no message number",
            fix="add station and number after the level",
        )


def _under_envelope(document: Document) -> BannerLine | None:
    """The level directly below the last line of the envelope."""
    ends = [s.span.end for s in document.segments if s.kind == "envelope"]
    below = (b for b in document.banners if ends and b.span.start >= ends[-1])
    line = next(below, None)
    between = document.text[ends[-1] : line.span.start] if line else ""
    return None if between.strip() else line
