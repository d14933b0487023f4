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

Only dates are compared, not events, and not the dates of a source that a derivative document
repeats.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.declassification.instruction import instruction_of
from redact.rules.release.decision import is_decided, readable_classified

ID = "rel-decl-date-future"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the instruction."""
    document = examined.document
    instruction = instruction_of(document)
    if instruction is None or instruction.day is None or instruction.day <= examined.as_of:
        return
    if is_decided(document):
        return
    if document.highest_level in (None, "UNCLASSIFIED") or not readable_classified(examined):
        return
    day = instruction.day
    yield Hit(
        span=instruction.span,
        message=f"declassification date {day} is after {examined.as_of}, no decision is shown",
        fix="withhold the classified portions, or add the declassification stamp",
        found=str(day),
    )
