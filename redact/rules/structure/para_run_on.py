"""Checks that each paragraph begins on a new line, with a period and space after its number.

## Why

A paragraph that begins within a line is taken for part of the one before; its mark is overlooked
and it is handled at the wrong level.

## Example

    1. (U) The pump test is on Tuesday. 2. (U) The picnic is on Friday.
    3 (U)Lunch is at noon.

*Use instead:* each paragraph on a new line, as `3. (U) Lunch is at noon.`

## Limits

Within a line a number counts only after the end of a sentence, and with a mark after it or where
the sequence lacks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.scope import main_paragraphs, number_span
from redact.rules.structure.numbering import misplaced_numbers
from redact.sources import Span

ID = "para-run-on"

_LOOK_BACK = 200
_FIELD = pattern(r"TEXT ?:|(?:RMKS|GENTEXT/[^\r\n]{1,60})/{1,2}")
"""What the first paragraph of an information report or of a message in sets follows."""
_NO_STOP = pattern(r"\W?\d{1,3}[ \t]*(?=\()")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each paragraph that begins within a line or runs into its number or mark."""
    document = examined.document
    text = document.text
    for number, (how, span) in misplaced_numbers(document).items():
        yield (
            _run_on(span, str(number))
            if how == "run_on"
            else Hit(
                span=span,
                message=f"paragraph {number} has no period after its number",
                fix=f"write {number}.",
                found=str(number),
            )
        )
    for portion in main_paragraphs(document):
        line, _ = document.source.line_col(portion.span.start)
        first = max(document.source.line_start(line), portion.span.start - _LOOK_BACK)
        before = text[first : portion.span.start].strip()
        if before and not _FIELD.fullmatch(before):
            yield _run_on(number_span(document, portion), portion.number)
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


def _run_on(span: Span, number: str | None) -> Hit:
    return Hit(
        span=span,
        message=f"paragraph {number} begins within a line",
        fix="begin the paragraph on a new line",
        found=number,
    )
