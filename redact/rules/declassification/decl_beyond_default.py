"""Checks for declassification dates beyond ten years, which need a reason to be set so late.

## Why

Ten years or less is the rule. A classifier may choose up to twenty-five years only if no earlier
date or event can be named, so a reviewer should look at the choice.

## Example

    O 201131Z APR 09
    E.O. 12958: DECL: 04/20/2029

*Use instead:* `E.O. 12958: DECL: 04/20/2019`, where ten years are enough.

## Limits

This is reported for review and is not a fault. A derivative document carries over the date of its
source and is not checked. Orders before the amendment of 2003 gave no such choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.declassification.instruction import instruction_of
from redact.rules.declassification.limits import is_within, limit_in_years, years_between
from redact.rules.eras import governing_order

ID = "decl-beyond-default"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a date between the default and the limit of the order in force."""
    document = examined.document
    instruction = instruction_of(document)
    order = governing_order(document, examined.register)
    if instruction is None or instruction.day is None or document.date is None or order is None:
        return
    if document.authority is not None and document.authority.derivative:
        return  # 32 CFR 2001.22(e): the date is carried over from the source
    longest = limit_in_years(examined, instruction)
    default = order.default_years
    if longest is None or default is None:
        return
    if is_within(examined, instruction, default) or not is_within(examined, instruction, longest):
        return
    yield Hit(
        span=instruction.span,
        message=f"declassification after {years_between(document.date, instruction.day)} years, "
        f"{default} is the rule and {longest} the limit",
        fix=f"consider whether {default} years are enough",
        expected=f"{default} years",
        found=str(instruction.day),
    )
