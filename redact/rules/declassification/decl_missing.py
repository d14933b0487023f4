"""Checks that a classified document says when or on what event it is declassified.

## Why

Classification must have an end. Without an instruction nobody can tell whether the document is
still classified.

## Example

    C O N F I D E N T I A L TESTVILLE 000012
    E.O. 12958:
    SUBJECT: PUMP TEST

*Use instead:* `E.O. 12958: DECL: 04/20/2019`

## Limits

Documents older than E.O. 11652 (1 June 1972) had group marks, which are not read; of the stamps for
the schedules of 1972 and 1978 only the presence is noticed. Documents that contain only Restricted
Data have no instruction. `N/A` on a classified telegram is left to `auth-eo-na-mismatch`; on a
paper it is correct only with atomic energy or NATO information. A transmittal has the instruction
on the enclosure, a working paper gets it when it is finished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.declassification.instruction import UNDATED, instruction_of, undated
from redact.rules.eras import is_before, is_governed_by
from redact.rules.papers import needs_authority_block
from redact.rules.scope import is_later_section

ID = "decl-missing"
ERA = True

_SCHEDULE = pattern(
    r"\b(?:GENERAL\s+DECLASSIFICATION\s+SCHEDULE|X?GDS|RDS-\d|XDS-\d)\b", re.IGNORECASE
)
"""Stamps of E.O. 11652 and E.O. 12065, which may be anywhere on a paper."""

_REVIEW = pattern(r"\bREVIEW\s+(?:ON|FOR\s+DECLASSIFICATION)\b", re.IGNORECASE)
"""E.O. 12065 §1-501: the date for declassification or for review."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the E.O. line without an instruction, or on the classification line."""
    document = examined.document
    line = document.classification_line
    if line is None or not document.is_classified or is_later_section(document):
        return
    if is_before(document, "11652", examined.register) or not needs_authority_block(document):
        return
    instruction = instruction_of(document)
    if instruction is not None and instruction.kind == "n/a" and document.telegram is None:
        if not _may_be_undated(document):
            yield Hit(
                span=instruction.span,
                message=f"instruction is N/A, no portion is {', '.join(UNDATED[:-1])} or NATO",
                fix="add the date or event of declassification",
                found="N/A",
            )
        return
    if instruction is not None or _is_atomic_only(examined):
        return
    if document.telegram is None and (
        _SCHEDULE.search(document.text)
        or (is_governed_by(document, "12065", examined.register) and _REVIEW.search(document.text))
    ):
        return
    order = document.telegram_fields.executive_order
    yield Hit(
        span=order.span if order else line.span,
        message=f"document is {document.level}, no instruction says when it is declassified",
        fix="add the date or event of declassification",
        found=document.level,
    )


def _may_be_undated(document: Document) -> bool:
    """Whether a paper has information without a date, or a portion that nobody can read."""
    markings = [p.marking for p in document.portions if p.kind in ("paragraph", "sub-paragraph")]
    lines = [banner.marking for banner in document.banners]
    return (
        not markings
        or None in markings
        or any(any(undated(marking)) for marking in (*markings, *lines))
        or any(marking is not None and "NATO" in marking.fgi for marking in lines)
    )


def _is_atomic_only(examined: Examined) -> bool:
    """Every classified portion is Restricted or Formerly Restricted Data, which has no date; so is
    one that cannot be read under a banner line that says so.
    """
    document = examined.document
    marked = [p for p in document.portions if p.mark_span is not None]
    classified = [
        p.marking for p in marked if p.marking and p.marking.level not in (None, "UNCLASSIFIED")
    ]
    unread = any(p.marking is None for p in marked)
    line = document.classification_line
    under_data = unread and line is not None and line.marking is not None and line.marking.aea
    return bool(classified or under_data) and all(marking.aea for marking in classified)
