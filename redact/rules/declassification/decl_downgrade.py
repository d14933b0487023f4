"""Checks that a downgrading instruction lowers the level, and that it was carried out.

## Why

`Downgrade to` a level that is not lower is a slip. Where its date has passed, the document should
bear the lower level, and readers rely on the higher one until someone changes it.

## Example

    CONFIDENTIAL
    Downgrade to: CONFIDENTIAL on 01/01/2015

*Use instead:* `SECRET` with that instruction before 2015, `CONFIDENTIAL` without it after.

## Limits

Only a level and a date of the form MM/DD/YYYY or YYYYMMDD are read.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.level import find_level
from redact.markings.marking import level_rank
from redact.patterns import pattern

ID = "decl-downgrade"

_DATE = pattern(r"\b(?:(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})|(?P<ymd>(?:19|20)\d{6}))\b")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a level that is not lower, or for a date that has passed."""
    document = examined.document
    field = document.authority.downgrade_to if document.authority else None
    found = find_level(field.text, examined.register) if field else None
    if field is None or found is None or document.level is None:
        return
    level, day = found[0], _day(field.text)
    if level_rank(level) >= level_rank(document.level):
        fact = f"document is downgraded to {level}, its level is {document.level}"
        fix = "name a lower level, or remove the instruction"
    elif day is not None and day < examined.as_of:
        fact = f"downgrading to {level} was due on {day}, document is still {document.level}"
        fix = f"have the document reviewed and marked {level}"
    else:
        return
    yield Hit(span=field.span, message=fact, fix=fix, expected=level, found=document.level)


def _day(text: str) -> datetime.date | None:
    match = _DATE.search(text)
    if match is None:
        return None
    year, month, day = (
        (match["ymd"][:4], match["ymd"][4:6], match["ymd"][6:])
        if match["ymd"]
        else (match["y"], match["m"], match["d"])
    )
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
