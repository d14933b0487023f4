"""Checks that a portion has one mark before its text, with one level.

## Why

With two marks before the text nobody knows which applies, and whoever excerpts the portion picks
the one that suits.

## Example

    3. (U) (C) The pump test is on Tuesday.
    4. (S/C) The picnic is on Friday.
    5. (S)(NF) The hedge is high.

*Use instead:* `3. (C) The pump test is on Tuesday.`, `4. (S)`, `5. (S//NF)`.

## Limits

The second bracket counts only when it is a mark of the register.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.documents.readings import read_portion_mark
from redact.findings import Examined, Hit, Label
from redact.markings.arrange import arrange
from redact.markings.marking import Marking
from redact.patterns import pattern
from redact.rules.marks import portion_marks
from redact.rules.scope import body_text
from redact.sources import Span

ID = "portion-double-mark"

_SECOND = pattern(r"\s*/?\s*(?P<mark>\((?P<text>[A-Z][A-Z/ ,-]{0,40})\))(?=\s|$)")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each second mark that differs from the first, and each mark of two levels."""
    document = examined.document
    for mark in portion_marks(examined):
        for problem in mark.problems("levels-conflict")[:1]:
            yield Hit(
                span=mark.span,
                message=f"portion mark states {problem.message}",
                fix="keep the one level that applies",
            )
    if not any(portion.marking for portion in document.portions):
        return
    text = body_text(document)
    for portion in document.portions:
        if portion.marking is None or portion.mark_span is None or portion.entire_text:
            continue
        match = _SECOND.match(text, portion.mark_span.end, portion.span.end)
        second = match and read_portion_mark(match["text"], examined.register)
        if match is None or second is None or second == portion.marking:
            continue
        both = _joined(portion.marking, second)
        yield Hit(
            span=Span(*match.span("mark")),
            message=f"second portion mark is {second.portion()}, "
            f"first is {portion.marking.portion()}",
            fix=f"write {both.portion()}" if both else "keep the one mark that applies",
            expected=both.portion() if both else None,
            found=second.portion(),
            related=(Label(portion.mark_span, "first mark"),),
        )


def _joined(first: Marking, second: Marking) -> Marking | None:
    """Both marks in one, where the second adds controls to the first and has no level."""
    if second.level is not None or second.cui:
        return None
    dissem, non_ic = first.dissem + second.dissem, first.non_ic + second.non_ic
    return arrange(replace(first, dissem=dissem, non_ic=non_ic))
