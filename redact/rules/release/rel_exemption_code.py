"""Checks that exemption codes exist and are complete.

## Why

A code that is in no statute or order gives the requester nothing to appeal against. Exemption 7 has
six grounds, so its letter is part of the code.

## Example

    5. (U) [B10] and [B7] and [1.4(K),B1 - 1 line]

*Use instead:*

    5. (U) [B5 - 1 line] and [B7(C) name] and [1.4(D),B1 - 1 line]

## Limits

Known are (b)(1) to (b)(9), (b)(7)(A) to (F), the categories of the executive orders, 25X, 50X and
75X with a number from 1 to 9, and the codes of the Privacy Act.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.release.deletion_marks import find_deletions

ID = "rel-exemption-code"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every code that is unknown or lacks its letter."""
    for deletion in find_deletions(examined):
        for code in deletion.codes:
            if code.defect == "unknown":
                yield Hit(
                    span=code.span,
                    message=f"{code.canonical} is not an exemption",
                    fix="use a code of 5 U.S.C. 552(b) or a category of the executive order",
                    found=code.canonical,
                )
            elif code.defect == "incomplete":
                yield Hit(
                    span=code.span,
                    message=f"{code.canonical} lacks the letter of its ground",
                    fix=f"add the letter, such as {code.canonical}({'C' if code.number else 'd'})",
                    found=code.canonical,
                )
