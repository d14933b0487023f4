"""Checks that a portion mark is written in portion form: abbreviations, order, separators.

## Why

A portion mark is short and comes before its text: `(S//NF)`, not `(SECRET//NOFORN)`. Categories
have the order of the banner line, the marks of other countries, of NATO and JOINT start with two
obliques, and SBU and LES join NOFORN with a hyphen.

## Example

    (U//SBU/NF) The pump test is on Tuesday.

*Use instead:* `(U//SBU-NF)`.

## Limits

Telegrams have other spellings and are not checked. NATO marks without obliques are reported by
`nato-form`, marks with an unknown word by `portion-unknown`. Papers before 1995-10-14 are not
checked: `(S/NF)` was correct.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit
from redact.rules.eras import before_one_syntax
from redact.rules.marks import portion_marks

ID = "portion-syntax"

_FAULTS = (
    "brackets",
    "spelled-out",
    "spelling",
    "separator",
    "compartment-separator",
    "category-order",
    "entry-order",
    "duplicate",
    "level-repeated",
    "case",
    "spaced",
)


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on every readable portion mark that is not in its canonical form."""
    if before_one_syntax(examined.document):
        return
    # Of a statement the mark may be that of an enclosure: "Pump report (SECRET)".
    others = {p.mark_span for p in examined.document.portions if _is_other_rules(p)}
    for mark in portion_marks(examined):
        if mark.span in others:
            continue
        marking = mark.marking
        if marking is None or (marking.level is None and not marking.cui):
            continue
        problems = list(mark.problems(*_FAULTS))
        if not marking.nato:
            problems += mark.problems("foreign-prefix")
        if problems:
            yield Hit(
                span=mark.span,
                message=problems[0].message,
                fix=f"write ({mark.reading.meant})" if mark.reading.meant else None,
                expected=mark.reading.meant,
                edits=mark.mended(),
            )


def _is_other_rules(portion: Portion) -> bool:
    return portion.kind == "statement" or portion.defect is not None  # portion-unclosed, -unknown
