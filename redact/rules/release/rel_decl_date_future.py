"""Checks that a released record whose declassification date is still ahead shows a decision.

## Why

Until its date comes, a record stays classified unless an authority declassifies it earlier; a copy
that shows classified text must show that decision.

## Example

    E.O. 12958: DECL: 04/20/2035

in a public copy of 2026 without a stamp.

*Use instead:* the statement who declassified the record and when, or the classified portions
withheld.

## Limits

Only dates are compared. Events are not, and exemptions such as 25X1 are left to other rules.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.release.decision import is_decided, readable_classified
from redact.sources import Span

ID = "rel-decl-date-future"

_COMPACT_DATE = pattern(r"\b(\d{4})-?(\d{2})-?(\d{2})\b")


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the instruction."""
    document = examined.document
    instruction = _instruction(document)
    if instruction is None or instruction[1] <= examined.as_of or is_decided(document):
        return
    if document.highest_level in (None, "UNCLASSIFIED") or not readable_classified(examined):
        return
    span, date = instruction
    yield Hit(
        span=span,
        message=f"declassification date {date} is after {examined.as_of}, no decision is shown",
        fix="withhold the classified portions, or add the declassification stamp",
        found=date.isoformat(),
    )


def _instruction(document: Document) -> tuple[Span, datetime.date] | None:
    """The date of the E.O. line, else that of the authority block, and where it stands."""
    line = document.telegram.executive_order if document.telegram else None
    if line is not None and line.declassify_on is not None:
        return line.text_span, line.declassify_on
    field = document.authority.declassify_on if document.authority else None
    match = _COMPACT_DATE.search(field.text) if field else None
    if field is None or match is None:
        return None
    try:
        return field.span, datetime.date(*map(int, match.groups()))
    except ValueError:
        return None
