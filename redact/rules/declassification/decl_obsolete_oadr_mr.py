"""Checks for instructions that set no end: OADR after it was abolished, MR and others.

## Why

`OADR` (originating agency's determination required) was abolished by E.O. 12958, and `MR`, `DNI
Only` and references to a treaty were never valid. A document so marked has no date at all.

## Example

    O 201131Z APR 04
    E.O. 12958: DECL: OADR

*Use instead:* `E.O. 12958: DECL: 04/20/2014`

## Limits

`Source Marked OADR` with the source's date in a derivative document is the form prescribed then
and is reported as a note. OADR before its time is reported by `decl-era-token`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from redact.findings import Examined, Hit
from redact.markings.register import DeclassificationTerm, Register
from redact.patterns import pattern
from redact.rules.declassification.instruction import instruction_of
from redact.rules.eras import governing_order

ID = "decl-obsolete-oadr-mr"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an instruction without an end that is not, or no longer, allowed."""
    instruction = instruction_of(examined.document)
    if instruction is None:
        return
    said = (t for t, form in _indefinite(examined.register) if form.search(instruction.text))
    term = next(said, None)
    if term is None or _is_allowed(examined, term):
        return
    ended = f"ended on {term.valid_to}" if term.valid_to else "was never valid"
    yield Hit(
        span=instruction.span,
        message=f"instruction is {term.name}, which {ended}",
        fix=f"write {term.successor}" if term.successor else "set a date or an event",
        expected=term.successor,
        found=term.name,
        case="source-marked" if instruction.source_marked else "default",
    )


@lru_cache(maxsize=16)
def _indefinite(register: Register) -> tuple[tuple[DeclassificationTerm, re.Pattern[str]], ...]:
    """The terms without an end, each with the pattern of its spellings."""
    return tuple(
        (term, pattern(rf"(?i)(?<![\w/])(?:{_any_of(term.name, *term.spellings)})(?![\w/])"))
        for term in register.declassification
        if term.kind == "indefinite"
    )


def _any_of(*spellings: str) -> str:
    return "|".join(map(re.escape, spellings))


def _is_allowed(examined: Examined, term: DeclassificationTerm) -> bool:
    """Whether the term has not ended yet, or is of a superseded order still tolerated."""
    if term.valid_from is None or term.valid_to is None:
        return False
    day = examined.document.date
    order = governing_order(examined.document, examined.register)
    if order is not None and order.until is not None and order.until <= term.valid_to:
        return True
    return day is not None and day <= term.valid_to
