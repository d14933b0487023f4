"""Checks that only the highest of several kinds of atomic energy information is shown.

## Why

Restricted Data outranks Formerly Restricted Data, which outranks transclassified foreign nuclear
information. If several are shown the reader must guess which rules apply; those of the highest do.
UCNI is unclassified and adds nothing to a classified marking.

## Example

    SECRET//RD/FRD//NOFORN

*Use instead:* `SECRET//RD//NOFORN`.

## Limits

UCNI on a classified portion is left to `portion-admin-on-classified`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.marks import read_marks

ID = "aea-precedence"

_PRECEDENCE = ("RD", "FRD", "TFNI")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every marking with two kinds of which one outranks the other."""
    for mark, marking in read_marks(examined):
        kinds = {token.split("-")[0].split(" ")[0] for token in marking.aea}
        shown = [name for name in _PRECEDENCE if name in kinds]
        if len(shown) > 1:
            yield Hit(
                span=mark.span,
                message=f"{shown[1]} appears with {shown[0]}, which outranks it",
                fix=f"show {shown[0]} alone",
                expected=shown[0],
                found=", ".join(shown),
            )
