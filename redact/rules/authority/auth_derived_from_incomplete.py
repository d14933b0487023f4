"""Checks that a Derived From line names its source with a plausible date.

## Why

The date of declassification is counted from the source. A source without a title cannot be looked
up, and one without a date may be any edition.

## Example

    Derived From: Guide 05-01
    Derived From: Guide 05-01, dated 3 May 2025     (in a document of 2021)

*Use instead:* `Derived From: Guide 05-01, Department of Pumps, 3 May 2005`

## Limits

A year is enough; a year of two figures is not compared with the document's. `Multiple Sources` is
left to `auth-multiple-sources-no-list`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from redact.documents.dates import find_date
from redact.findings import Examined, Hit
from redact.patterns import pattern

ID = "auth-derived-from-incomplete"

_MULTIPLE = pattern(r"MULTIPLE(?:\s+SOURCE|\W*$)", re.IGNORECASE)
_SLACK = datetime.timedelta(days=1)
"""The document's date may be of another time zone."""
_YEAR = pattern(
    r"(?<!\d)(?:(?:19|20)\d\d(?!\d)|(?:19|20)\d{6}(?!\d)|(?:\d{1,2}/)?\d{1,2}/\d\d(?!\d))"
)
_FOUR_FIGURES = pattern(r"\d{4}")
_TITLE = pattern(r"[A-Za-z]{2,}")
_DATE_WORDS = pattern(
    r"\b(?:DATED?|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\w*", re.IGNORECASE
)


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for a source without title or without date, or dated after the document."""
    document = examined.document
    source = document.authority.derived_from if document.authority else None
    if source is None or not document.is_classified or _MULTIPLE.match(source.text):
        return
    dated = find_date(source.text, 0, len(source.text))
    has_century = dated is not None and _FOUR_FIGURES.search(dated.span.of(source.text))
    day = dated.day if dated and has_century else None
    if day is not None and document.date is not None and day > document.date + _SLACK:
        yield Hit(
            span=source.span,
            message=f"source is dated {day}, document is dated {document.date}",
            fix="correct the date of the source, or name the edition that was used",
        )
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
