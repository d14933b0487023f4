"""Checks that the words of the instruction belong to the order that governs the document.

## Why

Each order had its own vocabulary: schedules under E.O. 11652 and 12065, OADR under 12356, X-codes
under 12958. A term of another order sets an end, or none, that the governing order does not allow.

## Example

    E.O. 12356: GDS 4/20/91

*Use instead:* `E.O. 12356: DECL: 4/20/91`

## Limits

X-codes, OADR and the like after they were abolished are left to other rules, and so is a wrong
order number.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.declassification.instruction import instruction_of
from redact.rules.eras import follows, governing_order

ID = "decl-era-token"
ERA = True

_DATES = ("date", "event", "invalid-date")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a kind of instruction the governing order does not know."""
    document = examined.document
    instruction = instruction_of(document)
    order = governing_order(document, examined.register)
    if instruction is None or instruction.kind is None or order is None or not order.instructions:
        return
    kind = instruction.kind
    # A plain date is understood under any order, even where a schedule's name should precede it.
    if kind in order.instructions or kind in _DATES:
        return
    late = follows(order, "12958", examined.register)
    if late and kind in ("x-code", "oadr", "mr"):
        return
    words = [word.upper() for word in order.instructions if word not in _DATES]
    known = ", ".join(words + ["dates and events"] * ("date" in order.instructions))
    yield Hit(
        span=instruction.span,
        message=f"instruction is {instruction.token or kind.upper()}, "
        f"E.O. {order.number} knows {known}",
        fix=f"use an instruction of E.O. {order.number}",
        expected=known,
        found=instruction.token or kind.upper(),
    )
