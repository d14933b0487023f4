"""Checks that the authority line says who classified the document, by name and by position.

## Why

A line without a person cannot be traced, and a name alone does not show whether that person had
the authority to classify.

## Example

    CLASSIFIED BY SECTION 1.5 (B) AND (D)
    Classified By: Jane Sample, Reason 1.4 (d)

*Use instead:* `Classified By: Economic Counselor Jane Sample, Reason 1.4 (d)`

## Limits

A personal identifier counts as name and position. Positions are recognized by their usual words and
abbreviations before or after the name. An office after the name counts as a position.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.eras import follows, governing_order

ID = "auth-identity-missing"

_DERIVATIVE_IDENTITY = datetime.date(2010, 6, 27)
"""E.O. 13526 §2.1(b)(1) in force: derivative classifiers are identified on each document."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a line without a person (error) or without a position (case ``position``)."""
    document = examined.document
    block = document.authority
    if block is None or not document.is_classified:
        return
    if block.classified_by is None:
        if block.reasons or (block.derivative and _derivative_names_itself(document.date)):
            yield Hit(
                span=block.span,
                message="authority line gives reason or duration, but no person",
                fix="name the classifier and the position held",
            )
    elif block.name is None:
        yield Hit(
            span=block.classified_by.span,
            message="authority line names a position or post, but no person",
            fix="add the classifier's name or personal identifier",
        )
    elif (
        block.title is None
        and not any(char.isdigit() for char in block.name.text)
        and _order_asks_for_position(examined)
    ):
        yield Hit(
            span=block.name.span,
            message="authority line names a person, but no position",
            fix="add the classifier's position or office",
            case="position",
        )


def _order_asks_for_position(examined: Examined) -> bool:
    """E.O. 12958 §1.7(a)(2) first asked for the position; the orders before it for identity."""
    order = governing_order(examined.document, examined.register)
    return order is None or follows(order, "12958", examined.register)


def _derivative_names_itself(written: datetime.date | None) -> bool:
    """Whether a document of this day must name who classified it derivatively."""
    return written is not None and written >= _DERIVATIVE_IDENTITY
