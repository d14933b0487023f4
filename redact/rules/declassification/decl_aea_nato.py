"""Checks that documents with Restricted Data or NATO portions bear no declassification date.

## Why

Restricted Data, Formerly Restricted Data, TFNI and NATO information are not declassified by the
executive order. A date on the block seems to release them with the rest.

## Example

    (S//RD) The pump test is on Tuesday.
    Declassify On: 01/01/2035

*Use instead:* `Declassify On: N/A to RD portions. See source list for NSI portions.`

## Limits

The form was prescribed in 2011; earlier documents give a note.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.declassification.instruction import instruction_of

ID = "decl-aea-nato"
ERA = True
PARAMS = {"since": datetime.date(2011, 1, 1)}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a date or event beside a portion that has none."""
    document = examined.document
    instruction = instruction_of(document)
    if instruction is None or instruction.kind not in ("date", "event", "invalid-date"):
        return
    found = next(
        (p for p in document.portions if p.marking and (p.marking.aea or p.marking.nato)), None
    )
    if found is None or found.marking is None:
        return
    what = found.marking.aea[0] if found.marking.aea else "NATO"
    early = document.date is not None and document.date < examined.params["since"]
    yield Hit(
        span=instruction.span,
        message=f"instruction is a date or event, a portion is {what} and has none",
        fix=f"write N/A to {what} portions. See source list for NSI portions.",
        related=(Label(found.mark_span or found.span, f"{what} portion"),),
        case="early" if early else "default",
    )
