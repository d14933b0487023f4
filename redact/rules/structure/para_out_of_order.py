"""Checks that paragraph numbers increase and start at 1.

## Why

A number lower than the one before shows that paragraphs were moved or that text was pasted from
another message. A message that starts at 2 has lost its beginning.

## Example

    1. (U) The pump test is on Tuesday.
    3. (U) The picnic is on Friday.
    2. (U) Lunch is at noon.

*Use instead:* `1.`, `2.`, `3.` in the order of the paragraphs.

## Limits

A number used twice is left to `para-duplicate-number`. Extracts and telegrams without their first
section may start at any number.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from redact.findings import Examined, Hit, Label
from redact.rules.scope import missing_sections, number_span
from redact.rules.structure.numbering import numbered_paragraphs

ID = "para-out-of-order"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a first number other than 1 and for each number lower than the one before."""
    document = examined.document
    entries = numbered_paragraphs(document)
    if not entries:
        return
    first = entries[0]
    whole = document.classification_line is not None and not missing_sections(document)
    if first.number != 1 and whole:
        yield Hit(
            span=number_span(document, first.portion),
            message=f"first paragraph number is {first.number}, numbers start at 1",
            fix="number the paragraphs from 1",
            expected="1",
            found=str(first.number),
        )
    seen = {first.number}
    for previous, entry in pairwise(entries):
        if entry.number < previous.number and entry.number not in seen:
            yield Hit(
                span=number_span(document, entry.portion),
                message=f"paragraph {entry.number} follows paragraph {previous.number}",
                fix="number the paragraphs in order",
                found=str(entry.number),
                related=(Label(number_span(document, previous.portion), "paragraph before"),),
            )
        seen.add(entry.number)
