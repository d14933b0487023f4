"""Checks that a portion mark has both its brackets.

## Why

Software and hurried readers recognize a mark by its brackets. Without one of them it is read as no
mark at all, or as the first word of the text.

## Example

    1. C) The pump test is on Tuesday.

*Use instead:* `1. (C) The pump test is on Tuesday.`

## Limits

A list item such as `1) B. Sample` is not a mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.readings import likely_portion_mark, read_portion_mark
from redact.findings import Examined, Hit

ID = "portion-unclosed"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every mark that lacks a bracket."""
    document = examined.document
    for portion in document.portions:
        if portion.defect != "unclosed" or portion.mark_span is None:
            continue
        written = document.text_of(portion.mark_span)
        lacking = "closing" if written.lstrip().startswith(("(", "[")) else "opening"
        # The mark itself is printed only when the register knows it.
        written = portion.mark or ""
        known = read_portion_mark(written, examined.register)
        meant = likely_portion_mark(written, examined.register)
        mark = (meant or written.upper()) if known else None
        yield Hit(
            span=portion.mark_span,
            message=f"portion mark {mark} has no {lacking} bracket"
            if mark
            else f"portion mark has no {lacking} bracket",
            fix=f"write ({mark})" if mark else "write the mark in brackets",
            expected=f"({mark})" if mark else None,
        )
