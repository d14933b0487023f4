"""Checks that the declassification date is a calendar date in the required form.

## Why

A date that nobody can read never arrives. If some write the day first, `04/05/2019` may be April or
May.

## Example

    E.O. 12958: DECL: 02/30/2019
    E.O. 12958: DECL: 13/04/2019

*Use instead:* `E.O. 12958: DECL: 02/28/2019`; State writes month, day and year.

Papers of the intelligence community, and others since the directive of 2010, write the date as
YYYYMMDD (profile `us-national-security`; a note, since any other date can be read as well).

## Limits

The Department of State writes month, day and year in its papers as in its telegrams. A two-digit
year is read as the first such year after the document's date.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.declassification.instruction import Instruction, instruction_of
from redact.rules.eras import cited_number, governing_order, records_of

ID = "decl-date-invalid"
ERA = True
PARAMS = {"written": "MM/DD/YYYY", "since": datetime.date(2010, 6, 25)}
"""``written``: how papers write the date; ``since`` when."""
CHOICES = {"written": ("MM/DD/YYYY", "YYYYMMDD")}

_TELEGRAM_FORM, _PAPER_FORM = CHOICES["written"]
_EIGHT_DIGITS = pattern(r"(?<!\d)\d{8}(?!\d)")
_DATED = ("gds", "rds", "xds")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an instruction that is a date, but no possible one."""
    instruction = instruction_of(examined.document)
    if instruction is None:
        return
    written = _form(examined)
    if written == _PAPER_FORM and instruction.day is not None:
        yield from _other_form(instruction)
    if instruction.kind == "invalid-date":
        fact = f"declassification date is not a calendar date, {written} expected"
    elif instruction.kind in _DATED and instruction.day is None and _needs_date(examined):
        fact = f"{instruction.kind.upper()} has no readable date, E.O. 12065 requires one"
    else:
        return
    yield Hit(
        span=instruction.span,
        message=fact,
        fix=f"write the date as {written}",
        expected=written,
    )


def _form(examined: Examined) -> str:
    """How the document has to write its date; telegrams write month, day and year."""
    document = examined.document
    if document.telegram is not None or document.date is None:
        return _TELEGRAM_FORM
    if document.date < examined.params["since"]:
        return _TELEGRAM_FORM
    return str(examined.params["written"])


def _other_form(instruction: Instruction) -> Iterator[Hit]:
    """A hit for a date that can be read and is written in another form than YYYYMMDD."""
    if instruction.day is None or _EIGHT_DIGITS.search(instruction.text):
        return
    right = f"{instruction.day:%Y%m%d}"
    yield Hit(
        span=instruction.span,
        message=f"declassification date is not written as {_PAPER_FORM}",
        fix=f"write the date as {right}",
        expected=right,
        case="form",
    )


def _needs_date(examined: Examined) -> bool:
    """Under E.O. 11652 the schedule gave the date, since E.O. 12065 it is on the line.

    A line that still cites the older order is `auth-eo-era`.
    """
    order = governing_order(examined.document, examined.register)
    of_12065 = records_of(examined.register, "12065")
    cited = cited_number(examined.document)
    return order in of_12065 and cited in (None, *(o.number for o in of_12065))
