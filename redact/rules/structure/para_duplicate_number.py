"""Checks that no paragraph number is used twice.

## Why

Replies, excerpts and release decisions cite paragraphs by number. Two paragraphs with one number
cannot be told apart.

## Example

    3. (U) The pump test is on Tuesday.
    3. (U) The picnic is on Friday.

*Use instead:* `4. (U) The picnic is on Friday.`

## Limits

Numbers of quoted text, of sub-paragraphs (`2a.`) and of lists (`3)`) are not paragraph numbers. A
sequence that starts again gives one finding, a message repeated whole gives none.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.scope import number_span
from redact.rules.structure.numbering import Numbered, numbered_paragraphs

ID = "para-duplicate-number"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for the second use of a number; a run of repeated numbers gives one."""
    document = examined.document
    first: dict[tuple[int, int], Numbered] = {}
    previous_repeated: int | None = None
    for entry in numbered_paragraphs(document):
        key = (entry.copy, entry.number)
        earlier = first.setdefault(key, entry)
        if earlier is entry:
            previous_repeated = None
            continue
        if previous_repeated is None or entry.number != previous_repeated + 1:
            yield Hit(
                span=number_span(document, entry.portion),
                message=f"paragraph number {entry.number} is used again",
                fix="number the paragraphs consecutively",
                found=str(entry.number),
                related=(Label(number_span(document, earlier.portion), f"first {entry.number}"),),
            )
        previous_repeated = entry.number
