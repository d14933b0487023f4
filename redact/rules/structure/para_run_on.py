"""Checks that each paragraph begins on a line of its own, with stop and blank after its number.

## Why

A paragraph that runs on within a line is taken for part of the one before, and its mark is not
seen: it is then handled at the wrong level.

## Example

    1. (U) The pump test is on Tuesday. 2. (U) The picnic is on Friday.
    3 (U)Lunch is at noon.

*Use instead:* each paragraph on a new line, as `3. (U) Lunch is at noon.`

## Limits

Within a line a number counts only after the end of a sentence, when no paragraph bears that number,
and with a mark behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.readings import read_portion_mark
from redact.findings import Examined, Hit
from redact.rules.scope import main_paragraphs, own_text
from redact.sources import Span

ID = "para-run-on"

_RUN_ON = re.compile(
    r"(?<=[.!?\")])[ \t]+(?P<number>[1-9]\d?)\.[ \t]*\((?P<mark>[A-Z][A-Z/ -]{0,24})\)"
)
_NO_STOP = re.compile(r"\W?\d{1,3}[ \t]*(?=\()")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each number within a line and for each number or mark that runs into the text."""
    document = examined.document
    for number, span in run_on_numbers(examined).items():
        yield Hit(
            span=span,
            message=f"paragraph number {number} stands within a line",
            fix="begin the paragraph on a new line",
            found=str(number),
        )
    text = document.source.text
    for portion in main_paragraphs(document):
        if portion.mark_span is None or portion.defect:
            continue
        head = Span(portion.span.start, portion.mark_span.end)
        if _NO_STOP.match(text, head.start, head.end):
            what = "no stop after the paragraph number"
        elif text[head.end : head.end + 1].isalnum():
            what = "no blank after the portion mark"
        else:
            continue
        yield Hit(
            span=head, message=what, fix=f"write {portion.number}. ({portion.mark}) and a blank"
        )


def run_on_numbers(examined: Examined) -> dict[int, Span]:
    """Paragraph numbers that stand within a line, with their places."""
    document = examined.document
    present = {int(portion.number or 0) for portion in main_paragraphs(document)}
    found: dict[int, Span] = {}
    for match in _RUN_ON.finditer(own_text(document)):
        number = int(match["number"])
        if number in present or read_portion_mark(match["mark"], examined.register) is None:
            continue
        if number - 1 in present or number - 1 in found:
            found.setdefault(number, Span(*match.span("number")))
    return found
