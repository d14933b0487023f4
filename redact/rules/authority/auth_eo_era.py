"""Checks that the order on the E.O. line was in force at the date of the document.

## Why

The order decides how long information may stay classified and for what reasons. An order newer
than the document cannot have been applied by its drafter: the line, the date or the whole telegram
was altered. A superseded order means that old rules were applied.

## Example

    O 201131Z APR 05
    E.O. 13526: DECL: 04/20/2015

*Use instead:* `E.O. 12958: DECL: 04/20/2015`

## Limits

A superseded order is tolerated for 90 days (the register says how many). Telegrams without a date
are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.eras import is_tolerated, records_of, took_effect

ID = "auth-eo-era"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an order not yet in force, or (case ``superseded``) no longer in force."""
    document = examined.document
    line = document.telegram_fields.executive_order
    if line is None or line.number is None or document.date is None or document.telegram is None:
        return
    cited = records_of(examined.register, line.number)
    if not cited or any(is_tolerated(o, document.date, examined.register) for o in cited):
        return
    current = examined.register.order_on(document.date)
    expected = current.number if current else None
    group = document.telegram.date_time_group
    first = min(took_effect(order) for order in cited)
    if document.date < first:
        fact, case = f"took effect on {first}", "default"
    else:
        ended = max(order.until for order in cited if order.until is not None)
        fact, case = f"ended on {ended}", "superseded"
    yield Hit(
        span=line.span,
        message=f"E.O. {line.number} {fact}, document is dated {document.date}",
        fix=f"cite E.O. {expected}" if expected else None,
        expected=expected,
        found=line.number,
        related=(Label(group.span, "date-time group"),) if group else (),
        case=case,
    )
