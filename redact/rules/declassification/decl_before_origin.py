"""Checks that the declassification date is later than the date of the document.

## Why

A document cannot be declassified before it is written. One of the two dates is wrong, usually by a
digit of the year, and the text is treated as open or classified by mistake.

## Example

    O 201131Z APR 09
    E.O. 12958: DECL: 04/20/2008

*Use instead:* `E.O. 12958: DECL: 04/20/2019`

## Limits

Nothing is compared when either date is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.declassification.instruction import instruction_of

ID = "decl-before-origin"

# Words before the date: "DECL: END OF SUMMIT, 11/15/2009".
_EVENT = pattern(r"(?i)^(?:decl\w*(?:\s+on)?[\s:.]*)?(?!gds|rds|xds|decl)[a-z]{3,}\b")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a date on or before the document's own."""
    day = examined.document.date
    instruction = instruction_of(examined.document)
    if instruction is None or instruction.day is None or day is None:
        return
    # An event of the same day may still come after the telegram was sent.
    if instruction.day < day or (instruction.day == day and not _EVENT.search(instruction.text)):
        yield Hit(
            span=instruction.span,
            message=f"declassification date is {instruction.day}, document is dated {day}",
            fix="correct the declassification date",
            expected=f"after {day}",
            found=str(instruction.day),
        )
