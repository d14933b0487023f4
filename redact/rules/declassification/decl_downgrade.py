"""Checks that a downgrading instruction lowers the level in time, and that it was carried out.

## Why

`Downgrade to` a level that is not lower is a mistake, and so is a date on which the document is no
longer classified. Once the date has passed, the document should be marked with the lower level;
until someone changes it, readers rely on the higher one.

## Example

    CONFIDENTIAL
    Downgrade to: CONFIDENTIAL on 01/01/2015

*Use instead:* `SECRET` with that instruction before 2015, `CONFIDENTIAL` without it after.

## Limits

Only a level and a date are read, no event.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.dates import find_date
from redact.findings import Examined, Hit
from redact.markings.level import find_level
from redact.markings.marking import level_rank
from redact.rules.declassification.instruction import instruction_of

ID = "decl-downgrade"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a level that is not lower, or for a date that is too late or has passed."""
    document = examined.document
    field = document.authority.downgrade_to if document.authority else None
    found = find_level(field.text, examined.register) if field else None
    if field is None or found is None or document.level is None:
        return
    date = find_date(field.text, 0, len(field.text), after=document.date)
    level, day = found[0], date.day if date else None
    until = instruction_of(document)
    if level_rank(level) >= level_rank(document.level):
        fact = f"document is downgraded to {level}, its level is {document.level}"
        fix = "name a lower level, or remove the instruction"
    elif day is not None and until is not None and until.day is not None and day >= until.day:
        fact = f"downgrading date is {day}, declassification date is {until.day}"
        fix = "set an earlier date for downgrading, or remove the instruction"
    elif day is not None and day < examined.as_of:
        fact = f"downgrading to {level} was due on {day}, document is still {document.level}"
        fix = f"have the document reviewed and marked {level}"
    else:
        return
    yield Hit(span=field.span, message=fact, fix=fix, expected=level, found=document.level)
