"""Checks that a portion carries one mark before its text, not two that differ.

## Why

With two marks at its head nobody knows which holds, and whoever excerpts the portion picks the one
that suits.

## Example

    3. (U) (C) The pump test is on Tuesday.

*Use instead:* `3. (C) The pump test is on Tuesday.`

## Limits

The second bracket counts only when it is a mark with a level or label of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.readings import read_portion_mark
from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.rules.scope import body_text
from redact.sources import Span

ID = "portion-double-mark"

_SECOND = pattern(r"\s*(?P<mark>\((?P<text>[A-Z][A-Z/ ,-]{0,40})\))(?=\s|$)")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each second mark that differs from the first."""
    document = examined.document
    if not any(portion.marking for portion in document.portions):
        return
    text = body_text(document)
    for portion in document.portions:
        if portion.marking is None or portion.mark_span is None or portion.entire_text:
            continue
        match = _SECOND.match(text, portion.mark_span.end, portion.span.end)
        second = match and read_portion_mark(match["text"], examined.register)
        if match is None or second is None or second.level is None or second == portion.marking:
            continue
        yield Hit(
            span=Span(*match.span("mark")),
            message=f"second portion mark is {second.portion()}, "
            f"first is {portion.marking.portion()}",
            fix="keep the one mark that applies",
            found=second.portion(),
            related=(Label(portion.mark_span, "first mark"),),
        )
