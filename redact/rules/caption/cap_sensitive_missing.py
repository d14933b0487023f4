"""Checks that an unclassified telegram with sensitive portions is captioned SENSITIVE.

## Why

The portion mark (SBU) is seen only by a reader of that paragraph; the SENSITIVE caption is seen by
everybody who handles the telegram. Without it the telegram is distributed, filed and released as
plain unclassified. Before 1995-10-01 the line said LIMITED OFFICIAL USE instead.

## Example

    UNCLAS TESTVILLE 000412

    2. (SBU) The pump test is on Tuesday.

*Use instead:*

    UNCLAS TESTVILLE 000412

    SENSITIVE

## Limits

A classified telegram needs no SENSITIVE caption.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.caption.captions import labelled_portions, states_sensitive

ID = "cap-sensitive-missing"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the classification line."""
    document = examined.document
    line = document.classification_line
    if document.telegram is None or line is None or document.level != "UNCLASSIFIED":
        return
    labelled = labelled_portions(document, examined.register)
    if not labelled or states_sensitive(document):
        return
    portion, label = labelled[0]
    yield Hit(
        span=line.span,
        message=f"portion is {label}, telegram is UNCLASSIFIED without SENSITIVE",
        fix="add the caption SENSITIVE, or correct the portion mark",
        expected="SENSITIVE",
        related=(Label(portion.mark_span or portion.span, label),),
    )
