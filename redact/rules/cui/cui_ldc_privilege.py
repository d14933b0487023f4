"""Checks that legal privilege controls are used only with the category PRIVILEGE.

## Why

Attorney-Client, Attorney-WP and Deliberative limit information that is legally privileged. Without
the category there is nothing for them to limit.

## Example

    CUI//PRVCY//DELIBERATIVE

*Use instead:* `CUI//PRIVILEGE/PRVCY//DELIBERATIVE`
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.cui.cui_marks import cui_marks

ID = "cui-ldc-privilege"

_PRIVILEGED = ("ATTORNEY-CLIENT", "ATTORNEY-WP", "DELIBERATIVE")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each such control in a mark without the category."""
    for mark, marking in cui_marks(examined):
        if any(name.removeprefix("SP-") == "PRIVILEGE" for name in marking.cui):
            continue
        for control in marking.dissem:
            if control in _PRIVILEGED:
                yield Hit(
                    span=mark.span,
                    message=f"{control} is in a mark without the category PRIVILEGE",
                    fix="add the category PRIVILEGE, or remove the control",
                    expected="PRIVILEGE",
                    found=control,
                )
