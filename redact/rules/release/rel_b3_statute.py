"""Checks that exemption 3 names the statute it relies on.

## Why

Exemption 3 withholds what another statute withholds. Without the name of that statute the claim
cannot be judged.

## Example

    6. (U) [B3 - 1 line]

*Use instead:*

    6. (U) [B3 INA 222(f) - 1 line]

## Limits

A statute named once on the copy beside the code counts for all deletions under exemption 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import LINE_START, pattern
from redact.rules.release.deletion_marks import find_deletions

ID = "rel-b3-statute"

_STATUTE = pattern(
    r"\bU\.?\s?S\.?\s?C\b|\bACT\b|\bINA\b|\bSTAT\b|\bP\.?L\.? ?\d|\bPUB(?:LIC|\.) L|§|\bSECTION \d",
    re.IGNORECASE,
)
_LEGEND = pattern(LINE_START + r"[^\r\n]*(?:\(b\)\s?\(3\)|\bB3\b)[^\r\n]*", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every deletion under exemption 3 where no statute is named."""
    text = examined.document.text
    claims = [deletion for deletion in find_deletions(examined) if deletion.cites(3)]
    if not claims or any(_STATUTE.search(line[0]) for line in _LEGEND.finditer(text)):
        return
    for deletion in claims:
        yield Hit(
            span=deletion.span,
            message="(b)(3) does not name a statute",
            fix="name the statute beside the code, such as INA 222(f)",
            found="(b)(3)",
        )
