"""Checks that FOUO and SBU are not used together, nor in a classified banner line.

## Why

In an unclassified paper SBU, LIMDIS, PROPIN, EXDIS and NODIS each protect more than FOUO and
replace it. In a classified one both labels say less than the level does.

## Example

    UNCLASSIFIED//FOUO/SBU
    SECRET//FOUO

*Use instead:* `UNCLASSIFIED//SBU` and `SECRET`

## Limits

Only banner lines are checked; portion marks are left to `portion-admin-on-classified`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.marking import level_rank
from redact.rules.marks import banner_marks

ID = "sbu-fouo-mixed"

_ABOVE_FOUO = ("SBU", "SBU NOFORN", "LIMDIS", "PROPIN", "EXDIS", "NODIS")
_NEVER_CLASSIFIED = ("FOUO", "SBU", "SBU NOFORN")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each banner line, case ``classified`` for one above UNCLASSIFIED."""
    for mark in banner_marks(examined):
        marking = mark.marking
        if marking is None:
            continue
        labels = (*marking.dissem, *marking.non_ic)
        if level_rank(marking.level) > 0:
            for label in labels:
                if label in _NEVER_CLASSIFIED:
                    yield Hit(
                        span=mark.span,
                        message=f"{label} is in a banner line that is {marking.level}",
                        fix=f"remove {label} from the banner line",
                        found=label,
                        case="classified",
                    )
        elif "FOUO" in labels:
            above = next((label for label in labels if label in _ABOVE_FOUO), None)
            if above is not None:
                yield Hit(
                    span=mark.span,
                    message=f"FOUO appears with {above}, which takes its place",
                    fix="remove FOUO from the banner line",
                    found=f"FOUO, {above}",
                )
