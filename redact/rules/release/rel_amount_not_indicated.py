"""Checks that every deletion states how much was deleted.

## Why

The Freedom of Information Act requires the amount of information deleted to be shown on the
released portion of the record, so that a reader can tell a name from a page.

## Example

    4. (C) [B1]

*Use instead:*

    4. (C) [1.4(D),B1 - 2 lines]

## Limits

A black bar shows its own extent and is not reported. The law permits omitting the amount where it
would itself harm the protected interest; waive the finding then.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.release.deletion_marks import find_deletions

ID = "rel-amount-not-indicated"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for all deletions without an amount: a copy is labelled in one way throughout."""
    silent = [d for d in find_deletions(examined) if not d.states_amount]
    if silent:
        first, *others = silent
        yield Hit(
            span=first.span,
            message="deletion does not state the amount deleted",
            fix="add the amount in words, lines, paragraphs or pages",
            related=tuple(Label(other.span, "nor does this deletion") for other in others),
        )
