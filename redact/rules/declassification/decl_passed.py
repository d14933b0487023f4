"""Checks for documents still marked although their declassification date has passed.

## Why

The date alone declassifies nothing: someone has to look for exemptions, declassify the document
and cancel its marks. This finding is a reminder of that review, not permission to release.

## Example

    E.O. 12958: DECL: 04/20/2019

*Use instead:* a stamp that says who declassified the document, when and by what authority.

## Limits

Only dates on the document are considered, not schedules such as GDS without a date.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.declassification.instruction import instruction_of

ID = "decl-passed"
PARAMS = {"grace_days": 0}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit when the date lies before the day of the check."""
    document = examined.document
    instruction = instruction_of(document)
    if instruction is None or instruction.day is None or not document.is_classified:
        return
    if any(stamp.kind == "declassified" for stamp in document.stamps):
        return
    if (examined.as_of - instruction.day).days > examined.params["grace_days"]:
        yield Hit(
            span=instruction.span,
            message=f"declassification date {instruction.day} has passed, document is still "
            f"marked {document.level}",
            fix="have the document reviewed for declassification",
            found=str(instruction.day),
        )
