"""Checks that a declassification instruction names one date.

## Why

With two dates each reader picks the one that suits. The longest one is meant to stand alone.

## Example

    E.O. 12958: DECL: 04/20/2014, 04/20/2019

*Use instead:* `E.O. 12958: DECL: 04/20/2019`

## Limits

Only dates are counted. An event may be given with the date it is expected on, an exemption with
its date, and the old X-codes could be listed together.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.declassification.instruction import instruction_of

ID = "decl-multiple"

_DATE = pattern(r"(?<![\d/-])(?:\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})|(?:19|20)\d{6})(?![\d/-])")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an instruction with more than one date."""
    instruction = instruction_of(examined.document)
    if instruction is None:
        return
    dates = {match[0] for match in _DATE.finditer(instruction.text)}
    if len(dates) > 1:
        yield Hit(
            span=instruction.span,
            message=f"instruction names {len(dates)} dates, one is expected",
            fix="keep the latest date alone",
        )
