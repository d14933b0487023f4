"""Checks that a mark for the entire text agrees with the document and was allowed at its date.

## Why

A blanket mark such as `(C - ENTIRE TEXT)` replaces the marks of all paragraphs. It is worthless if
it differs from the overall classification or if a later paragraph says otherwise. Since E.O. 12958
every portion needs its own mark, and such notices are no longer authorized.

## Example

    S E C R E T TESTVILLE 0012
    1. CONFIDENTIAL - ENTIRE TEXT

*Use instead:* `1. (S - ENTIRE TEXT)` before 14 October 1995, and a mark on each paragraph since.

## Limits

In a document without a date only contradictions are reported, not the notice itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit, Label
from redact.rules.eras import records_of
from redact.rules.scope import line_name

ID = "portion-entire-text"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a blanket mark that is wrong, and one for the first mark that contradicts it."""
    document = examined.document
    line = document.classification_line
    blanket = next((p for p in document.portions if p.entire_text), None)
    if blanket is None or blanket.marking is None or blanket.mark_span is None:
        return
    level = blanket.marking.level
    facts = []
    if line is not None and level != document.level:
        facts.append(f"entire text is {level}, {line_name(line)} is {document.level}")
    first = records_of(examined.register, "12958")
    if document.date and first and document.date >= first[0].effective:
        facts.append(f"one mark speaks for the entire text, not allowed since {first[0].effective}")
    if facts:
        yield Hit(
            span=blanket.mark_span,
            message="; ".join(facts),
            fix="mark every portion with its own level",
            expected=document.level,
            found=level,
            related=(Label(line.span, line_name(line)),) if line else (),
        )
    others = [p for p in document.portions if _contradicts(p, blanket)]
    for portion in others[:1]:
        own = portion.marking.portion() if portion.marking else None
        yield Hit(
            span=portion.mark_span or portion.span,
            message=f"portion is marked {own}, mark for the entire text is "
            f"{blanket.marking.portion()}",
            fix="drop the mark for the entire text and mark every portion",
            expected=blanket.marking.portion(),
            found=own,
            related=(
                Label(blanket.mark_span, "mark for the entire text"),
                *(Label(p.mark_span or p.span, "another mark") for p in others[1:]),
            ),
        )


def _contradicts(portion: Portion, blanket: Portion) -> bool:
    return (
        not portion.entire_text
        and portion.kind in ("paragraph", "sub-paragraph")
        and portion.span.start > blanket.span.start
        and portion.marking is not None
        and portion.marking.level is not None
        and portion.marking != blanket.marking
    )
