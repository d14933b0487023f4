"""Checks that the E.O. line agrees with the classification: N/A only where nothing is classified.

## Why

`N/A` says that no order on classification applies; a date or a schedule says that one does. If the
line contradicts the classification, one of the two is a mistake.

## Example

    S E C R E T TESTVILLE 000012
    E.O. 12958: N/A

*Use instead:* `E.O. 12958: DECL: 04/20/2019`, or `UNCLAS` on the classification line.

## Limits

A line without any instruction is left to `decl-missing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.scope import line_name

ID = "auth-eo-na-mismatch"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for N/A on a classified telegram and for an instruction on an unclassified one."""
    document = examined.document
    line = document.classification_line
    order = document.telegram_fields.executive_order
    if line is None or order is None or order.instruction is None:
        return
    says_na = order.instruction == "n/a"
    if says_na != document.is_classified:
        return
    said = "N/A" if says_na else "a declassification instruction"
    yield Hit(
        span=order.text_span,
        message=f"{line_name(line)} is {document.level}, E.O. line says {said}",
        fix="add the declassification instruction, or correct the classification"
        if says_na
        else "write N/A, or correct the classification",
        expected=None if says_na else "N/A",
        found="N/A" if says_na else None,
        related=(Label(line.span, line_name(line)),),
    )
