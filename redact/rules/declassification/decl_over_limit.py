"""Checks that the declassification date is within the longest term the order allows.

## Why

Every order since 1978 limits how long its classifiers may keep information closed: six years by
the general schedule of E.O. 12065 and twenty by review, ten under E.O. 12958, twenty-five since it
was amended in 2003. The classifier had no authority to set a later date.

## Example

    O 201131Z APR 09
    E.O. 12958: DECL: 04/20/2039

*Use instead:* `E.O. 12958: DECL: 04/20/2019`

## Limits

Exemptions (25X, 50X, 75X and the old X-codes) are not limited. One day of slack allows for the
local date. Under E.O. 12065 thirty years are allowed where a mark shows foreign government
information. Few telegrams marked it, so a review date between twenty and thirty years gives a note:
what foreign officials said is often the reason for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.declassification.instruction import instruction_of
from redact.rules.declassification.limits import is_within, limit_in_years, years_between
from redact.rules.eras import governing_order, years_after

ID = "decl-over-limit"
ERA = True
_BY_REVIEW = ("rds", "xds")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a date beyond the limit of the order in force."""
    document = examined.document
    instruction = instruction_of(document)
    if instruction is None or instruction.day is None or document.date is None:
        return
    years = limit_in_years(examined, instruction)
    order = governing_order(document, examined.register)
    if years is None or order is None or is_within(examined, instruction, years):
        return
    foreign = order.max_years.get("fgi")
    reviewed = instruction.kind in _BY_REVIEW and foreign is not None
    perhaps_foreign = reviewed and is_within(examined, instruction, foreign or 0)
    group = document.telegram_fields.date_time_group
    name = f"E.O. {order.number}" + (
        f" as amended by {order.amended_by}" if order.amended_by else ""
    )
    yield Hit(
        span=instruction.span,
        message=f"declassification after {years_between(document.date, instruction.day)} years, "
        f"{name} allows {years}",
        fix=f"set a date no later than {years_after(document.date, years)}",
        expected=f"{years_after(document.date, years)} or earlier",
        found=str(instruction.day),
        case="foreign-information" if perhaps_foreign else "default",
        related=(Label(group.span, f"document is dated {document.date}"),) if group else (),
    )
