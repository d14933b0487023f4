"""Checks that each paragraph begins on a new line, with a period and space after its number.

## Why

A paragraph that runs on within a line is taken for part of the one before, and its mark is not
seen: it is then handled at the wrong level.

## Example

    1. (U) The pump test is on Tuesday. 2. (U) The picnic is on Friday.
    3 (U)Lunch is at noon.

*Use instead:* each paragraph on a new line, as `3. (U) Lunch is at noon.`

## Limits

Within a line a number counts only after the end of a sentence and with a mark after it.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.scope import main_paragraphs, number_span
from redact.rules.structure.numbering import unstopped_numbers
from redact.sources import Span

ID = "para-run-on"

_LOOK_BACK = 200
_NO_STOP = pattern(r"\W?\d{1,3}[ \t]*(?=\()")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each paragraph that begins within a line or runs into its number or mark."""
    document = examined.document
    text = document.text
    for number, span in unstopped_numbers(document).items():
        yield Hit(
            span=span,
            message=f"paragraph {number} has no period after its number",
            fix=f"write {number}.",
            found=str(number),
        )
    for portion in main_paragraphs(document):
        line, _ = document.source.line_col(portion.span.start)
        first = max(document.source.line_start(line), portion.span.start - _LOOK_BACK)
        if text[first : portion.span.start].strip():
            yield Hit(
                span=number_span(document, portion),
                message=f"paragraph {portion.number} begins within a line",
                fix="begin the paragraph on a new line",
                found=portion.number,
            )
        if portion.mark_span is None or portion.defect:
            continue
        head = Span(portion.span.start, portion.mark_span.end)
        if _NO_STOP.match(text, head.start, head.end):
            what = "no period after the paragraph number"
        elif text[head.end : head.end + 1].isalnum():
            what = "no space after the portion mark"
        else:
            continue
        yield Hit(
            span=head, message=what, fix=f"write {portion.number}. ({portion.mark}) and a blank"
        )
