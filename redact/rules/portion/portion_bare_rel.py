"""Checks that REL without a list is used only where the banner line has the list.

## Why

`(S//REL)` means: releasable to the countries of the banner line. If the banner line names none,
nobody knows to whom the portion is releasable.

## Example

    SECRET

    (S//REL) The pump test is on Tuesday.

*Use instead:* `SECRET//REL TO USA, GBR` in the banner line, or the list in the portion mark.

## Limits

EYES, the old form of the same, is read in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.scope import line_name

ID = "portion-bare-rel"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every such mark in a document whose readable banner lines hold no list."""
    lines = examined.document.readable_banners
    listed = any(b.marking and (b.marking.rel_to or b.marking.eyes_only) for b in lines)
    if not lines or listed:
        return
    name = line_name(lines[0])
    for portion in examined.document.portions:
        marking = portion.marking
        if marking is not None and {"REL", "EYES"} & {*marking.dissem}:
            yield Hit(
                span=portion.mark_span or portion.span,
                message=f"portion says REL without a list, {name} has none",
                fix="write the countries in the mark",
                expected="REL TO USA, LIST",
                found="REL",
                related=(Label(lines[0].span, name),),
            )
