"""Checks that something in a SENSITIVE telegram is sensitive.

## Why

The caption keeps a telegram from the public. If every portion is marked (U), nothing in it needs
that, or a portion has lost its (SBU) mark.

## Example

    UNCLAS TESTVILLE 000412

    SENSITIVE

    1. (U) The pump test is on Tuesday.

*Use instead:* (SBU) where the text is sensitive, else no caption.

## Limits

Reported only when every paragraph has a readable mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit, Label
from redact.rules.caption.captions import labels_in, named

ID = "cap-sensitive-unsupported"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the caption."""
    document = examined.document
    captions = named(document, "SENSITIVE")
    marked = [p for p in document.portions if p.kind == "paragraph" and p.number is not None]
    if not captions or document.level != "UNCLASSIFIED" or not marked:
        return
    portions = [*marked, *(p for p in document.portions if p.mark is not None)]
    if all(_is_plain(portion, examined) for portion in portions):
        yield Hit(
            span=captions[0].span,
            message="caption is SENSITIVE, every portion is UNCLASSIFIED",
            fix="mark the sensitive portions (SBU), or remove the caption",
            found="SENSITIVE",
            related=(Label(marked[0].mark_span or marked[0].span, "first portion"),),
        )


def _is_plain(portion: Portion, examined: Examined) -> bool:
    marking = portion.marking
    if marking is None or marking.level != "UNCLASSIFIED":
        return False
    return not (labels_in(marking, examined.register) or marking.dissem or marking.non_ic)
