"""Checks that every paragraph has a portion mark where marks are required.

## Why

A paragraph without a mark has no stated level. It cannot be excerpted, and on release it must be
handled at the highest level of the whole document. In an unclassified telegram marks are required
as soon as one paragraph is controlled.

## Example

    C O N F I D E N T I A L TESTVILLE 000012

    1. (C) The pump test is on Tuesday.
    2. The picnic is on Friday.

*Use instead:* `2. (U) The picnic is on Friday.`

## Limits

Documents dated before E.O. 12065 (1 December 1978) and LIMITED OFFICIAL USE telegrams needed no
marks. A document without any mark gives one finding, on papers dated before 1995-10-14 a warning:
agency heads could then waive the marks (E.O. 12065 §1-504, E.O. 12356 §1.5(b), both from memory).
Sub-paragraphs have the level of their paragraph, quoted text has that of the paragraph that quotes
it, and a document that states a waiver or has a mark for the entire text needs no further marks. In
telegrams only numbered paragraphs are checked, and text after the signature or a sign such as BT.
Headings, tables, signatures, lists of enclosures or sources and notices are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.rules.eras import before_one_syntax
from redact.rules.papers import is_unmarked_transmittal
from redact.rules.portion.inner_marks import inner_marks
from redact.rules.portion.marks_required import needs_marks
from redact.rules.scope import line_name, number_span

ID = "portion-missing"
ERA = True
_LISTS_ATTACHMENTS = pattern(r"(?:ATTACHMENTS?|ENCLOSURES?)[ \t]*:[^\r\n]*$", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every unmarked paragraph, or one for a document without any mark."""
    document = examined.document
    line = document.classification_line
    if line is None or not needs_marks(examined):
        return
    if document.telegram is None and is_unmarked_transmittal(document):
        return
    # A mark misplaced further on has a rule of its own.
    unmarked = [
        portion
        for portion, inner in inner_marks(document, examined.register)
        if not inner and _is_unmarked(document, portion)
    ]
    case = "default" if document.telegram is not None else "memorandum"
    related = (Label(line.span, f"{line_name(line)} is {document.level}"),)
    marked = any(p.mark is not None or p.defect for p in document.portions if p.kind != "title")
    if not marked and unmarked:
        yield Hit(
            span=number_span(document, unmarked[0]),
            message=f"no portion is marked, document is {document.level}",
            fix="mark every portion with its own level",
            related=related,
            case="waivable" if case == "memorandum" and before_one_syntax(document) else case,
        )
        return
    for portion in unmarked:
        if portion.kind == "appended-text":
            yield Hit(
                span=number_span(document, portion),
                message="text after the end of the telegram or a section has no portion mark",
                fix="put its level in brackets before it",
                related=related,
                case=case,
            )
        elif portion.number is not None or document.telegram is None:
            number = f" {portion.number}" if portion.number else ""
            yield Hit(
                span=number_span(document, portion),
                message=f"paragraph{number} has no portion mark, others have",
                fix="put the paragraph's level in brackets "
                + ("after its number" if number else "before it"),
                related=related,
                case=case,
            )


def _is_unmarked(document: Document, portion: Portion) -> bool:
    if portion.kind not in ("paragraph", "appended-text"):
        return False
    if portion.quoted or portion.mark or portion.defect:
        return False
    if portion.kind == "appended-text" and _LISTS_ATTACHMENTS.match(
        document.text_of(portion.text_span)
    ):
        return False
    block = document.authority
    # The authority statement may be in a separate paragraph.
    return block is None or portion.text_span.start not in block.span
