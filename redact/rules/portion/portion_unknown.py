"""Checks that every portion mark is one the register knows.

## Why

A mark nobody can read protects nothing: one reader takes it for a level, the next for an
abbreviation. The portion is handled at the highest level of the document until it is corrected.
RESTRICTED, `(R)`, is a level of other governments only: `(//GBR R)`.

## Example

    2. (CBU) The picnic is on Friday.

*Use instead:* `2. (SBU) The picnic is on Friday.`

## Limits

Only brackets in the place of a mark are looked at. `(MTCR)` within a sentence is an abbreviation.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.readings import likely_portion_mark, read_portion_mark
from redact.findings import Examined, Hit
from redact.markings.marking import Marking
from redact.markings.parse import UNREADABLE, parse_marking
from redact.markings.register import Register
from redact.rules.marks import names_no_owner

ID = "portion-unknown"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every portion whose mark is not in the register."""
    for portion in examined.document.portions:
        if portion.mark_span is not None and _is_restricted(portion.marking):
            yield Hit(
                span=portion.mark_span,
                message="RESTRICTED is not a US classification level",
                fix="name the country it belongs to, or mark the portion's level",
                found="RESTRICTED",
            )
        if portion.defect != "unknown" or portion.mark_span is None:
            continue
        read = read_portion_mark(portion.mark or "", examined.register)
        if read is not None and names_no_owner(read):
            yield Hit(
                span=portion.mark_span,
                message="portion mark starts with // but names no country",
                fix="name its country or owners, or remove the obliques before the level",
                expected="a country code",
            )
            continue
        advice = _advice(portion.mark or "", examined.register)
        if advice is not None:
            yield Hit(
                span=portion.mark_span,
                message="portion mark holds a word that is no marking",
                fix=advice,
            )
            continue
        meant = likely_portion_mark(portion.mark or "", examined.register)
        yield Hit(
            span=portion.mark_span,
            message=f"portion mark is not in the register, {meant} is closest"
            if meant
            else "portion mark is not in the register",
            fix=f"if {meant} was meant, write {meant}" if meant else "mark the portion's level",
            expected=meant,
        )


def _advice(mark: str, register: Register) -> str | None:
    """What the register says of a word that is no marking, where the mark holds one."""
    problems = parse_marking(mark, register, "portion").problems
    return next((p.fix for p in problems if p.kind == UNREADABLE and p.fix), None)


def _is_restricted(marking: Marking | None) -> bool:
    return marking is not None and marking.level == "RESTRICTED" and not marking.non_us
