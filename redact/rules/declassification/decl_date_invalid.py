"""Checks that the declassification date is a day of the calendar, written as it should be.

## Why

A date nobody can read never comes. Written day first, `04/05/2019` may be read as April or May.

## Example

    E.O. 12958: DECL: 02/30/2019
    E.O. 12958: DECL: 13/04/2019

*Use instead:* `E.O. 12958: DECL: 02/28/2019`; State writes month, day and year.

## Limits

A two-digit year is read as the first such year after the document's date.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.declassification.instruction import instruction_of
from redact.rules.eras import governing_order, records_of

ID = "decl-date-invalid"
ERA = True

_DATED = ("gds", "rds", "xds")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an instruction that is a date, but no possible one."""
    instruction = instruction_of(examined.document)
    if instruction is None:
        return
    if instruction.kind == "invalid-date":
        fact = "declassification date is no day of the calendar, month, day and year expected"
    elif instruction.kind in _DATED and instruction.day is None and _needs_date(examined):
        fact = f"{instruction.kind.upper()} has no date that can be read, E.O. 12065 requires one"
    else:
        return
    yield Hit(
        span=instruction.span,
        message=fact,
        fix="write the date as MM/DD/YYYY",
        expected="MM/DD/YYYY",
    )


def _needs_date(examined: Examined) -> bool:
    """Under E.O. 11652 the schedule told the date, since E.O. 12065 it stands on the line."""
    order = governing_order(examined.document, examined.register)
    return order is not None and order in records_of(examined.register, "12065")
