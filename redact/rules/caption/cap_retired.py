"""Checks that no caption or label is used after it was retired.

## Why

A retired label has no meaning any more: readers do not know how to handle it, and its successor is
missing. LIMITED OFFICIAL USE ended on 1995-09-30; its successor is the SENSITIVE caption with (SBU)
portions.

## Example

    LIMITED OFFICIAL USE TESTVILLE 000412

in 2001. *Use instead:*

    UNCLAS TESTVILLE 000412

    SENSITIVE

## Limits

Captions of the register without a last day (CHEROKEE, CONDIS) are treated as retired with the
record practice of 1995 (setting `historic_until`). FOUO and SBU are retired only from the day the
policy sets in `cui_since`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.caption.captions import captions_of, labelled_portions

ID = "cap-retired"
ERA = True
PARAMS = {"historic_until": datetime.date(1995, 9, 30), "cui_since": datetime.date.max}

_BEFORE_CUI = ("SBU", "SENSITIVE", "FOUO", "FOR OFFICIAL USE ONLY")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each caption or label that had ended by the day of the document."""
    document, register = examined.document, examined.register
    day = document.date
    if day is None or document.telegram is None:
        return
    for caption in captions_of(document):
        entry = register.caption(caption.name)
        end = entry.valid_to if entry is not None else None
        if caption.kind == "historic":
            end = end or examined.params["historic_until"]
        if caption.name in _BEFORE_CUI:
            end = examined.params["cui_since"] - datetime.timedelta(days=1)
        if end is not None and day > end:
            yield Hit(
                span=caption.span,
                message=f"{caption.name} ended on {end}, telegram is of {day}",
                found=caption.name,
            )
    line = document.classification_line
    ended = {
        label.name: label.valid_to
        for label in register.labels
        if label.valid_to is not None and day > label.valid_to
    }
    for name in sorted({field.text.upper() for field in document.handling} & ended.keys()):
        if line is not None:
            yield Hit(
                span=line.span,
                message=f"{name} ended on {ended[name]}, telegram is of {day}",
                fix="write UNCLAS and the caption SENSITIVE",
                expected="SENSITIVE",
                found=name,
            )
    for portion, name in labelled_portions(document, register):
        if name in ended:
            yield Hit(
                span=portion.mark_span or portion.span,
                message=f"{name} ended on {ended[name]}, telegram is of {day}",
                fix="write (SBU)",
                expected="(SBU)",
                found=name,
            )
