"""Checks that a paper with portions marked CUI has a CUI banner line.

## Why

The banner line is what a holder sees first. Portion marks help only those who read on; without the
banner line the paper is handled as if nothing in it were controlled.

## Example

    UNCLASSIFIED

    (CUI) The birthdays of the volunteers are in June.

*Use instead:* `CUI` as the banner line.

## Limits

Classified papers are left to `cui-in-classified`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.cui.cui_marks import cui_banner, cui_portions

ID = "cui-banner-missing"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit, on the banner line that is there or on the first sign of CUI."""
    document = examined.document
    if document.is_classified or cui_banner(document) or document.telegram is not None:
        return
    if any(mark.text[:3] in ("CUI", "CON") for mark in document.banners):
        return  # a CUI line that cannot be read has findings of its own
    marked = [p.mark_span for p in cui_portions(document) if p.mark_span is not None]
    sign = marked[0] if marked else None
    if sign is None and document.cui_designation is not None and document.kind == "cui":
        sign = document.cui_designation.span
    if sign is None:
        return
    banner = document.banners[0] if document.banners else None
    yield Hit(
        span=banner.span if banner else sign,
        message=f"banner line is {banner.text}, CUI is marked below it"
        if banner and banner.marking
        else "CUI is marked, no banner line says so",
        fix="write the banner line CUI at the top and bottom of each page",
        expected="CUI",
        related=(Label(sign, "CUI"),) if banner else (),
    )
