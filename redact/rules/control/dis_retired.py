"""Checks that a marking has no control that had been retired by the document's date.

## Why

Nobody trained since then obeys a retired control: WNINTEL, NOCONTRACT, EYES ONLY, COMINT, KLONDIKE
and the old code words mean nothing in today's register, and what they protected needs the control
that replaced them.

## Example

    TOP SECRET//COMINT//NOFORN

*Use instead:* `TOP SECRET//SI//NOFORN`.

## Limits

A document dated while the control was in use is correct and not reported. Without a date this is a
note. LIMITED OFFICIAL USE and captions of telegrams are left to `cap-retired`. The last days of the
code words come from public accounts, not from an order.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.facts import facts_of
from redact.rules.marks import read_marks

ID = "dis-retired"
ERA = True

_OTHER_RULES = frozenset({"LIMITED OFFICIAL USE"})


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every control of a marking whose last day lies before the document's."""
    day = examined.document.date
    for mark, marking in read_marks(examined):
        for fact in facts_of(marking, examined.register):
            if fact.until is None or (day and day <= fact.until) or fact.name in _OTHER_RULES:
                continue
            yield Hit(
                span=mark.span,
                message=f"{fact.name} was last used on {fact.until}",
                fix=f"write {fact.successor} in its place" if fact.successor else "remove it",
                expected=fact.successor,
                found=fact.name,
            )
