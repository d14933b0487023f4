"""Checks that UNCLASSIFIED is not written before CUI in a banner line or portion mark.

## Why

CUI is unclassified by definition, and readers stop at the word in front of it. The banner line
begins with CUI or CONTROLLED, the portion mark with CUI.

## Example

    UNCLASSIFIED//CUI

*Use instead:* `CUI`
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.marks import read_marks

ID = "cui-uncontrolled-prefix"
PARAMS = {"since": datetime.date(2016, 11, 14)}
"""``since``: the day from which the agency marks CUI."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each mark that states UNCLASSIFIED before CUI, on each banner line before FOUO."""
    day = examined.document.date
    if day is not None and day < examined.params["since"]:
        return  # UNCLASSIFIED//FOUO was the right form
    for mark, marking in read_marks(examined):
        if marking.level != "UNCLASSIFIED":
            continue
        is_banner = mark.form == "banner"
        label = "CUI" if marking.cui else "FOUO" if "FOUO" in marking.dissem else None
        if label == "CUI" or (label == "FOUO" and is_banner):
            place = "banner line" if is_banner else "portion mark"
            yield Hit(
                span=mark.span,
                message=f"UNCLASSIFIED is written before {label} in the {place}",
                fix=f"begin the {place} with CUI",
                expected="CUI",
                found=f"UNCLASSIFIED//{label}",
            )
