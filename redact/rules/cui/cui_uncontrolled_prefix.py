"""Checks that UNCLASSIFIED does not stand before CUI in a banner line.

## Why

CUI is unclassified by definition, and the word in front of it makes readers stop there. The banner
line begins with CUI or CONTROLLED.

## Example

    UNCLASSIFIED//CUI

*Use instead:* `CUI`
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.marks import banner_marks

ID = "cui-uncontrolled-prefix"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each banner line that states UNCLASSIFIED before CUI or FOUO."""
    for mark in banner_marks(examined):
        marking = mark.marking
        if marking is None or marking.level != "UNCLASSIFIED":
            continue
        label = "CUI" if marking.cui else "FOUO" if "FOUO" in marking.dissem else None
        if label is not None:
            yield Hit(
                span=mark.span,
                message=f"UNCLASSIFIED stands before {label} in the banner line",
                fix="begin the banner line with CUI",
                expected="CUI",
                found=f"UNCLASSIFIED//{label}",
            )
