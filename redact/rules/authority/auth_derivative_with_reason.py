"""Checks that a derivative document does not state a reason of its own.

## Why

The reason belongs to the original decision and is found through the source. A reason beside
`Derived From` makes a derivative document look like an original decision.

## Example

    Derived From: Guide 05-01, dated 3 May 2005
    Reason: 1.4 (d)

*Use instead:* the line `Derived From` alone.

## Limits

The Department of State allows the reason to be listed, so under its policy this is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label

ID = "auth-derivative-with-reason"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the reason of a block that names a source."""
    block = examined.document.authority
    if block is None or block.derived_from is None or block.reason_span is None:
        return
    yield Hit(
        span=block.reason_span,
        message="block names the source it is derived from and also gives a reason",
        fix="remove the reason",
        related=(Label(block.derived_from.span, "derived from"),),
    )
