"""Checks that a Derived From line names its source and the date of the source.

## Why

The date of declassification is counted from the source. A line without title cannot be looked up,
and one without date may mean any edition.

## Example

    Derived From: Guide 05-01

*Use instead:* `Derived From: Guide 05-01, Department of Pumps, 3 May 2005`

## Limits

A year is enough of a date. `Multiple Sources` has a rule of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern

ID = "auth-derived-from-incomplete"

_MULTIPLE = pattern(r"MULTIPLE(?:\s+SOURCE|\W*$)", re.IGNORECASE)
_YEAR = pattern(
    r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|(?:19|20)\d{6}(?!\d)|(?:\d{1,2}/)?\d{1,2}/\d\d(?!\d))"
)
_TITLE = pattern(r"[A-Za-z]{2,}")
_DATE_WORDS = pattern(
    r"\b(?:DATED?|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\w*", re.IGNORECASE
)


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for a source without title or without date."""
    document = examined.document
    source = document.authority.derived_from if document.authority else None
    if source is None or not document.is_classified or _MULTIPLE.match(source.text):
        return
    lacks = []
    if not _TITLE.search(_DATE_WORDS.sub("", source.text)):
        lacks.append("title")
    if not _YEAR.search(source.text):
        lacks.append("date")
    if lacks:
        yield Hit(
            span=source.span,
            message=f"source of the classification has no {' and no '.join(lacks)}",
            fix="name title, agency and date of the source",
        )
