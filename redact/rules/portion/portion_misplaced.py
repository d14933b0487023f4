"""Checks that a portion's mark comes before its text, not in or after it.

## Why

The mark belongs right after the paragraph's number, where readers and programs look for it. A mark
at the end is seen only by those who read to the end.

## Example

    3. The pump test is on Tuesday. (C)

*Use instead:* `3. (C) The pump test is on Tuesday.`

## Limits

Only marks at the start of a sentence, of a line or at the very end are found, in paragraphs without
a mark before their text. Letters of a list `(A) … (C)` are not marks. Papers dated before E.O.
13526 (27 June 2010) could have the mark after the text and are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.eras import is_governed_by
from redact.rules.portion.inner_marks import inner_marks
from redact.rules.scope import number_span

ID = "portion-misplaced"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for the first mark inside each paragraph that has none before its text."""
    document = examined.document
    for portion in document.portions:
        mark_span = portion.mark_span
        if mark_span is not None and mark_span.start >= portion.text_span.end > 0:
            # Before E.O. 13526 the directives allowed the mark before or after the text.
            is_recent = is_governed_by(document, "13526", examined.register) is not False
            if portion.kind == "statement" or not is_recent:
                continue
            yield Hit(
                span=mark_span,
                message=f"portion mark ({portion.mark}) is after the text, not before it",
                fix="move the mark to the start of the portion",
                found=f"({portion.mark})",
                related=(Label(number_span(document, portion), "the mark belongs here"),),
            )
    for portion, inner in inner_marks(document, examined.register):
        if portion.mark is not None or portion.defect or portion.quoted:
            continue
        if portion.kind not in ("paragraph", "sub-paragraph"):
            continue
        if inner:
            found = inner[0]
            place = "after" if found.at_end else "inside"
            mark = found.marking.portion()
            yield Hit(
                span=found.span,
                message=f"portion mark {mark} is {place} the text, not before it",
                fix="move the mark to the start of the portion, after its number",
                found=mark,
                related=(Label(number_span(document, portion), "the mark belongs here"),),
            )
