"""Checks that an unclassified document has no classification authority or instruction.

## Why

A classifier, a reason or a declassification date says that something here is classified. Either
the classification line or the block is wrong, and text may be public that should not be.

## Example

    UNCLAS TESTVILLE 000012
    E.O. 12958: DECL: 04/20/2019
    Classified By: DCM Jane Sample, Reason 1.4 (d)

*Use instead:* `E.O. 12958: N/A` and no authority line, or the right classification line.

## Limits

A letter that is unclassified without its enclosures and a copy stamped as declassified keep the
block of the original.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.rules.scope import line_name

ID = "auth-on-unclassified"

_TRANSMITTAL = pattern(
    r"(?i)\bunclassified\s+(?:when|upon|without|if)\b|\b(?:up)?on\s+removal\s+of\b"
    r"|\bwhen\s+separated\s+from\b"
)


def check(examined: Examined) -> Iterator[Hit]:
    """One hit, on the authority block or else on the instruction of the E.O. line."""
    document = examined.document
    line = document.classification_line
    if line is None or document.level != "UNCLASSIFIED":
        return
    if any(stamp.kind == "declassified" for stamp in document.stamps):
        return
    order = document.telegram_fields.executive_order
    instructed = order is not None and order.instruction not in (None, "n/a")
    block = document.authority
    related = [Label(line.span, line_name(line))]
    if block is not None:
        span, what = block.span, "a classification authority block"
        if order is not None and instructed:
            related.append(Label(order.text_span, "declassification instruction"))
    elif order is not None and instructed:
        span, what = order.text_span, "a declassification instruction"
    else:
        return
    if _TRANSMITTAL.search(document.text):
        return
    yield Hit(
        span=span,
        message=f"{line_name(line)} is UNCLASSIFIED, document bears {what}",
        fix="remove it, or correct the classification",
        related=tuple(related),
    )
