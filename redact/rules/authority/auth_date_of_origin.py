"""Checks that a classified paper states the date it was written.

## Why

The date of origin decides which order applies and starts the years until declassification.

## Example

    SECRET
    MEMORANDUM FOR THE PUMP OFFICE
    1. (S) The pump test is on Tuesday.

*Use instead:* a line `Date: 20 April 2009` in the heading.

## Limits

Telegrams are dated by their date-time group, which other rules check.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.scope import line_name

ID = "auth-date-of-origin"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the banner line of an undated classified paper."""
    document = examined.document
    line = document.classification_line
    if line is None or document.telegram is not None or not document.is_classified:
        return
    if document.date is None:
        yield Hit(
            span=line.span,
            message=f"{line_name(line)} is {document.level}, document has no date of origin",
            fix="add the date the document was written",
        )
