"""Checks that no banner line or portion mark holds a declassification date or exemption.

## Why

The date of declassification belongs in the classification authority block, once. Until 2008 it was
allowed in a marking; today no reader expects it there, and it hides the category it is in.

## Example

    SECRET//NOFORN//25X1

*Use instead:* `SECRET//NOFORN`, with `Declassify On: 25X1, 20400101` in the authority block.

## Limits

On a document dated before 2008 it is only noted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.marks import marks

ID = "banner-declass-in-banner"

_REMOVED = datetime.date(2008, 1, 1)
"""When the register took declassification out of markings."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every such word, case ``legacy`` before 2008."""
    day = examined.document.date
    for mark in marks(examined):
        for problem in mark.problems("declassification"):
            yield Hit(
                span=mark.place_of(problem),
                message=problem.message,
                fix="move it to the Declassify On line of the authority block",
                case="legacy" if day and day < _REMOVED else "default",
            )
