"""Checks that the subject of a classified document has its own mark.

## Why

Subjects are copied into logs, registers and replies without the text below them. Unmarked, nobody
there can tell whether the subject itself is classified.

## Example

    S E C R E T TESTVILLE 000012
    SUBJECT: PUMP TEST

*Use instead:* `SUBJECT: (U) PUMP TEST`

## Limits

Papers dated before E.O. 12065 (1 December 1978) needed no marks. Telegrams marked their subjects
only under E.O. 13526: those dated earlier, and those without a date that do not cite that order,
are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.eras import is_governed_by
from redact.rules.papers import is_unmarked_transmittal
from redact.rules.portion.marks_required import needs_marks
from redact.rules.scope import line_name

ID = "portion-subject-missing"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an unmarked subject."""
    document = examined.document
    line = document.classification_line
    if line is None or not document.is_classified:
        return
    if document.telegram is not None and not is_governed_by(document, "13526", examined.register):
        return
    if document.telegram is None and (
        is_unmarked_transmittal(document) or not needs_marks(examined)
    ):
        return
    for portion in document.portions:
        if portion.kind == "subject" and portion.mark is None and portion.defect is None:
            yield Hit(
                span=portion.text_span,
                message=f"subject has no portion mark, document is {document.level}",
                fix="put the subject's own level in brackets before it",
                related=(Label(line.span, line_name(line)),),
            )
