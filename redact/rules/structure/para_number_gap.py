"""Checks that no paragraph number is left out.

## Why

A missing number means that a paragraph was lost, withheld without a trace or never written. The
reader cannot know which.

## Example

    4. (U) The pump test is on Tuesday.
    15. (U) The picnic is on Friday.

*Use instead:* `5. (U) The picnic is on Friday.`, or put back what is missing.

## Limits

If a section of the telegram is missing, so are its paragraphs, and nothing is reported. A number
that is elsewhere, out of order or without its period, is not missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.scope import missing_sections, number_span
from redact.rules.structure.numbering import misplaced_numbers, numbered_paragraphs

ID = "para-number-gap"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each paragraph before which numbers are missing."""
    document = examined.document
    if missing_sections(document):
        return
    entries = numbered_paragraphs(document)
    present = {entry.number for entry in entries} | set(misplaced_numbers(document))
    highest = entries[0].number if entries else 0
    for entry in entries:
        missing = [n for n in range(highest + 1, entry.number) if n not in present]
        if missing:
            yield Hit(
                span=number_span(document, entry.portion),
                message=f"paragraph {entry.number} follows {highest}, {_listed(missing)} missing",
                fix="number the paragraphs consecutively, or put back the missing ones",
                expected=str(missing[0]),
                found=str(entry.number),
            )
        highest = max(highest, entry.number)


def _listed(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"{numbers[0]} is"
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]} to {numbers[-1]} are"
    return ", ".join(map(str, numbers)) + " are"
