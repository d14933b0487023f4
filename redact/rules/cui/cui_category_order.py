"""Checks that Specified CUI categories come before Basic ones, each group from A to Z.

## Why

Specified categories have special handling rules and are looked for first.

## Example

    CUI//PRVCY/SP-CTI

*Use instead:* `CUI//SP-CTI/PRVCY`
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.cui.cui_marks import categories_of, cui_marks

ID = "cui-category-order"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each mark whose categories are out of order."""
    for mark, marking in cui_marks(examined):
        written = categories_of(marking)
        ordered = tuple(sorted(written, key=lambda name: (not name.startswith("SP-"), name)))
        if written != ordered:
            wanted = "/".join(ordered)
            yield Hit(
                span=mark.span,
                message="CUI categories are out of order, Specified ones come first",
                fix=f"write the categories as {wanted}",
                expected=wanted,
                found="/".join(written),
            )
