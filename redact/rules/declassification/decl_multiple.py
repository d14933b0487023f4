"""Checks that a declassification instruction names one date or exemption.

## Why

With two dates, or two exemptions, each reader picks the one that suits. Only the longest one should
be stated.

## Example

    E.O. 12958: DECL: 04/20/2014, 04/20/2019

*Use instead:* `E.O. 12958: DECL: 04/20/2019`

## Limits

An event may be given with the date it is expected on, an exemption with its date, and the old
X-codes could be listed together.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.declassification.instruction import instruction_of

ID = "decl-multiple"

_DATE = pattern(r"(?<![\d/-])(?:\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})|(?:19|20)\d{6})(?![\d/-])")
_EXEMPTION = pattern(r"(?i)\b(?:25|50|75)X\d\b(?:-(?:HUM|WMD)\b)?")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for an instruction with more than one date, and one with more than one exemption."""
    instruction = instruction_of(examined.document)
    if instruction is None:
        return
    for what, form, fix in (
        ("dates", _DATE, "keep the latest date alone"),
        ("exemptions", _EXEMPTION, "keep the exemption with the latest date alone"),
    ):
        named = {match[0].upper() for match in form.finditer(instruction.text)}
        if len(named) > 1:
            yield Hit(
                span=instruction.span,
                message=f"instruction names {len(named)} {what}, one is expected",
                fix=fix,
            )
