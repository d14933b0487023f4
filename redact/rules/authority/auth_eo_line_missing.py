"""Checks that a telegram has an E.O. line, and that it cites a classification order.

## Why

The E.O. line says under which order the telegram is classified and until when, or that it is not.
It is the first thing a reviewer looks for.

## Example

    UNCLAS TESTVILLE 000012
    TAGS: PGOV, XX
    SUBJECT: PICNIC

*Use instead:* `E.O. 12958: N/A` above the TAGS.

## Limits

E.O. lines were introduced with the TAGS on 1 July 1973. Extracts without a classification line,
later sections and military messages are not checked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.eras import records_of
from redact.rules.scope import has_telegram_head

ID = "auth-eo-line-missing"
ERA = True
PARAMS = {"since": datetime.date(1973, 7, 1)}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit where the line is missing, or where its number is no order on classification."""
    document = examined.document
    telegram = document.telegram
    head = document.classification_line
    if telegram is None or head is None or not has_telegram_head(document):
        return
    if document.date is not None and document.date < examined.params["since"]:
        return
    line = telegram.executive_order
    known = [order.number for order in examined.register.orders]
    if not known:
        return  # the marking system of another country has none
    if line is None:
        yield Hit(
            span=head.span,
            message="telegram has a classification line, but no E.O. line",
            fix="add the E.O. line before the TAGS",
        )
    elif line.number is None or not records_of(examined.register, line.number):
        yield Hit(
            span=line.span,
            message=f"E.O. line does not cite a classification order ({known[0]} to {known[-1]})",
            fix="correct the number of the order",
        )
