"""Checks that documents with Restricted Data or NATO portions have no declassification date.

## Why

Restricted Data, Formerly Restricted Data, TFNI and NATO information are not declassified by the
executive order. A date in the authority block seems to declassify them with the rest.

## Example

    (S//RD) The pump test is on Tuesday.
    Declassify On: 01/01/2035

*Use instead:* `Declassify On: N/A to RD portions. See source list for NSI portions.`

## Limits

The form was prescribed in 2011; earlier documents give a note. UCNI is unclassified and has no
instruction.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.declassification.instruction import UNDATED, instruction_of, undated

ID = "decl-aea-nato"
ERA = True
PARAMS = {"since": datetime.date(2011, 1, 1)}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a date or event beside a portion that has none."""
    document = examined.document
    instruction = instruction_of(document)
    if instruction is None or instruction.kind not in ("date", "event", "invalid-date"):
        return
    kinds = {kind: p for p in reversed(document.portions) for kind in undated(p.marking)}
    if not kinds:
        return
    what = " and ".join(kind for kind in UNDATED if kind in kinds)
    early = document.date is not None and document.date < examined.params["since"]
    yield Hit(
        span=instruction.span,
        message=f"instruction is a date or event, a portion is {what} and has none",
        fix=f"write N/A to {what} portions. See source list for NSI portions.",
        related=tuple(Label(p.mark_span or p.span, f"{kind} portion") for kind, p in kinds.items()),
        case="early" if early else "default",
    )
