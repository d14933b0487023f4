"""Checks that every deletion names its exemption where the text was.

## Why

The Freedom of Information Act requires each deletion to show, where technically feasible at the
place it is made, the exemption under which it is made. Without it nobody can appeal.

## Example

    3. (U) [REDACTED] will bring the sandwiches.

*Use instead:*

    3. (U) [(b)(6) name] will bring the sandwiches.

## Limits

A code next to a black bar on the same line counts as the bar's; codes in a distant margin do not.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.release.deletion_marks import find_deletions

ID = "rel-exemption-missing"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every deletion without a code."""
    for deletion in find_deletions(examined):
        if not deletion.codes:
            yield Hit(
                span=deletion.span,
                message="deletion does not name an exemption",
                fix="name the exemption where the deletion is, such as (b)(6)",
            )
