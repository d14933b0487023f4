"""Checks that ORCON-USGOV is used neither with ORCON nor with a system that requires ORCON.

## Why

ORCON leaves every further dissemination to the originator. ORCON-USGOV already permits it within
the executive branch. Together they contradict each other; and HCS-O, sub-compartments of HCS-P and
SI-G require ORCON itself.

## Example

    TOP SECRET//SI-G//ORCON-USGOV/NOFORN

*Use instead:* `TOP SECRET//SI-G//ORCON/NOFORN`.

## Limits

Two portions may have one each; the banner line then says ORCON.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.facts import facts_of
from redact.rules.marks import read_marks
from redact.sources import Span

ID = "dis-orcon-variants"

_WEAKER = "ORCON-USGOV"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every marking with ORCON-USGOV where ORCON is required."""
    for mark, marking in read_marks(examined):
        if _WEAKER not in marking.dissem:
            continue
        if "ORCON" in marking.dissem:
            yield _hit(mark.span, "ORCON and ORCON-USGOV are in one marking")
        for fact in facts_of(marking, examined.register):
            if fact.category == "sci" and _WEAKER in fact.excludes:
                yield _hit(mark.span, f"{fact.name} needs ORCON, marking says ORCON-USGOV")


def _hit(span: Span, message: str) -> Hit:
    return Hit(span=span, message=message, fix="write ORCON", expected="ORCON", found=_WEAKER)
