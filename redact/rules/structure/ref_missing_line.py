"""Checks that a telegram that mentions a reference has a REF line.

## Why

`Per reftel` means nothing to a reader who cannot see which telegram it is.

## Example

    SUBJECT: PUMP TEST

    1. (U) Per reftel, the test is on Tuesday.

*Use instead:* `REF: TESTVILLE 12` below the subject.

## Limits

`Septel` is a telegram still to come and needs no line. Later sections and extracts have their REF
line elsewhere. Only the first mention is reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.scope import has_telegram_head
from redact.rules.structure.reference_citations import mentions

ID = "ref-missing-line"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the first mention of a reference in a telegram without REF line."""
    document = examined.document
    telegram = document.telegram
    if telegram is None or not has_telegram_head(document):
        return
    if telegram.references_span is not None or telegram.references:
        return
    for span in mentions(document):
        yield Hit(
            span=span,
            message="text cites a reference, telegram has no REF line",
            fix="add a REF line with the telegram meant",
        )
        return
