"""Checks that a paper classified only by its enclosures says what its level is without them.

## Why

A transmittal shows the highest level of what it transmits. Once the enclosures are removed nobody
can tell that the remaining sheet is not classified, and it is locked up for years.

## Example

    SECRET

    (U) The plan of the pump test is enclosed.

    Enclosure: Plan of the pump test (S)

*Use instead:* add `UNCLASSIFIED when separated from enclosure`.

## Limits

Enclosures are known by lines that begin with Enclosure, Attachment or Tab. A paper whose own
portions are as high as its banner line needs no such statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.markings.marking import level_rank
from redact.rules.papers import enclosures, states_its_level_alone

ID = "class-transmittal-statement"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit, on the first line that names an enclosure."""
    document = examined.document
    line = document.classification_line
    if line is None or document.telegram is not None or not document.is_classified:
        return
    enclosed = enclosures(document)
    if not enclosed or states_its_level_alone(document):
        return
    own = [p for p in document.portions if p.kind != "statement"]
    if not any(p.mark for p in own) or any(p.mark is None for p in own if p.kind == "paragraph"):
        return
    highest = max((p.level for p in own), key=level_rank) or "UNCLASSIFIED"
    if level_rank(highest) >= level_rank(document.level):
        return
    yield Hit(
        span=enclosed[0].span,
        message=f"paper is {document.level} with its enclosures and {highest} without, "
        "no statement says so",
        fix=f"add: {highest} when separated from enclosures",
        related=(Label(line.span, f"banner line is {document.level}"),),
    )
