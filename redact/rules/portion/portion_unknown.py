"""Checks that every portion mark is one the register knows.

## Why

A mark that nobody can read protects nothing: one reader takes it for a level, the next for an
abbreviation. The portion is handled at the highest level of the document until it is corrected.
RESTRICTED, `(R)`, is a level of other governments only: `(//GBR R)`.

## Example

    2. (CBU) The picnic is on Friday.

*Use instead:* `2. (SBU) The picnic is on Friday.`

## Limits

Only brackets in the place of a mark are checked. `(MTCR)` within a sentence is an abbreviation.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.arrange import arrange
from redact.markings.marking import Marking
from redact.markings.parse import UNREADABLE, parse_marking
from redact.markings.register import Register
from redact.rules.marks import names_no_owner
from redact.sources import Span

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
        if portion.defect == "unknown" and portion.mark_span is not None:
            yield _unknown(portion.mark or "", portion.mark_span, examined.register)


def _unknown(mark: str, span: Span, register: Register) -> Hit:
    """What is wrong with a mark: no owner, other signs than brackets, words that are no marking."""
    reading = parse_marking(mark, register, "portion")
    read, meant = reading.marking, reading.meant
    if read is not None and names_no_owner(read):
        return Hit(
            span=span,
            message="portion mark starts with // but names no country",
            fix="name its country or owners, or remove the obliques before the level",
            expected="a country code",
        )
    if read is not None:
        right = arrange(read).portion()
        return Hit(
            span=span,
            message="portion mark does not stand in brackets",
            fix=f"write {right}",
            expected=right,
        )
    if meant is not None:
        return Hit(
            span=span,
            message=f"portion mark is not in the register, {meant} is closest",
            fix=f"if {meant} was meant, write {meant}",
            expected=meant,
        )
    for problem in reading.problems:
        if problem.kind == UNREADABLE and problem.fix:
            return Hit(
                span=span,
                message="portion mark holds a word that is no marking",
                fix=problem.fix,
            )
    return Hit(
        span=span,
        message="portion mark is not in the register",
        fix="mark the portion's level",
    )


def _is_restricted(marking: Marking | None) -> bool:
    return marking is not None and marking.level == "RESTRICTED" and not marking.non_us
