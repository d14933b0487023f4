"""Checks that a classified document names who classified it, or what it was derived from.

## Why

Classification is a decision of a person with the authority to make it. Without a name nobody can
be asked to review, shorten or end it.

## Example

    C O N F I D E N T I A L TESTVILLE 000012
    E.O. 12958: DECL: 04/20/2019
    SUBJECT: PUMP TEST

    1. (C) The pump test is on Tuesday.

*Use instead:* `Classified By: DCM Jane Sample, Reason 1.4 (d)` before the first paragraph.

## Limits

E.O. 12065 telegrams name the officer on the E.O. line. Telegrams under E.O. 11652 and earlier
orders named nobody, and under E.O. 12356 the official who signs is the authority. A text that
begins with a later section has its authority line in the first one. A transmittal has it on the
enclosure, a working paper gets it when it is finished (`class-working-paper`).
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.eras import follows, governing_order
from redact.rules.papers import needs_authority_block
from redact.rules.scope import is_later_section

ID = "auth-missing"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the classification line of a document that names no authority."""
    document = examined.document
    line = document.classification_line
    if line is None or not document.is_classified or is_later_section(document):
        return
    if not needs_authority_block(document):
        return
    if _names_authority(examined) or not _must_name_authority(examined):
        return
    yield Hit(
        span=line.span,
        message=f"document is {document.level}, no line says who classified it or what it "
        "is derived from",
        fix="add a Classified By or Derived From line",
        found=document.level,
    )


def _names_authority(examined: Examined) -> bool:
    document = examined.document
    block = document.authority
    if block and (block.classified_by or block.derived_from or block.reasons or block.derivative):
        return True
    line = document.telegram_fields.executive_order
    if line is not None and line.number == "12065" and line.instruction == "n/a":
        return True  # auth-eo-na-mismatch: the name would be on that line
    return line is not None and line.name is not None


def _must_name_authority(examined: Examined) -> bool:
    order = governing_order(examined.document, examined.register)
    if order is None:
        return examined.document.date is None
    # E.O. 12356 §1.5(a): only an authority other than the official who signs is named.
    return order.number == "12065" or follows(order, "12958", examined.register)
