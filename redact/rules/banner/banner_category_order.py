"""Checks that the categories and controls of a banner line are in the register's order.

## Why

Level, compartmented information, special access programs, atomic energy information, foreign
government information, dissemination, controls of other agencies: readers look for each in its
place. The entries of a category have an order too. A control out of place is overlooked.

## Example

    SECRET//NOFORN//SI

*Use instead:* `SECRET//SI//NOFORN`.

## Limits

REL TO lists are checked by `relto-order`, CUI categories by `cui-category-order`, portion marks by
`portion-syntax`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.eras import before_one_syntax
from redact.rules.marks import banner_marks

ID = "banner-category-order"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on every banner line with something out of order, at the first such place."""
    if before_one_syntax(examined.document):
        return
    for mark in banner_marks(examined):
        problems = mark.problems("category-order", "entry-order")
        if problems and not mark.is_cui:  # else cui-banner-syntax
            meant = mark.reading.meant
            yield Hit(
                span=mark.place_of(problems[0]),
                message=problems[0].message,
                fix=f"write {meant}" if meant else None,
                expected=meant,
                edits=mark.mended(),
            )
