"""Checks that a CUI paper in which some portions are marked marks them all.

## Why

Portion marks are optional in an unclassified paper. Once they are used, a reader takes a portion
without a mark for one that is not controlled.

## Example

    CUI

    (CUI) The birthdays of the volunteers are in June.

    The picnic is on Friday.

*Use instead:* `(U) The picnic is on Friday.`

## Limits

One finding per paper, on the first portion without a mark. Headings, tables and signatures are not
checked. Classified papers are left to `portion-missing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.cui.cui_marks import cui_portions
from redact.rules.scope import number_span

ID = "cui-portion-partial"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit, on the first paragraph without mark."""
    document = examined.document
    marked = [p for p in cui_portions(document) if p.kind not in ("subject", "title")]
    if not marked or document.is_classified or document.telegram is not None:
        return
    unmarked = [
        p for p in document.portions if p.kind == "paragraph" and p.mark is None and not p.quoted
    ]
    if unmarked:
        count = f"{len(unmarked)} paragraph" + ("s have" if len(unmarked) > 1 else " has")
        yield Hit(
            span=number_span(document, unmarked[0]),
            message=f"{count} no portion mark, others are marked CUI",
            fix="mark every portion (CUI) or (U), or none",
        )
