"""Checks that compartments and programs are named and have the controls their system requires.

## Why

HCS-O is always ORCON and NOFORN, HCS-P always NOFORN, SI-G always ORCON, the compartments of TK
always NOFORN, and SI-EU and SI-NK go together. HCS and RSV say nothing without a compartment.
Without a required control the text goes further than its system allows. A special access program
needs its name, an ACCM its nickname, and WAIVED applies to SAR only.

## Example

    TOP SECRET//SI-G//NOFORN

*Use instead:* `TOP SECRET//SI-G//ORCON/NOFORN`.

## Limits

HCS without a compartment was correct before 2012 and is then only a note.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.facts import facts_of, names_of
from redact.rules.marks import read_marks

ID = "sci-companions"

_PARTS = {"sci": "compartment", "sap": "program", "non_ic": "nickname"}
"""What a system of each category must have."""

_OF_NATO = frozenset({"NATO", "COSMIC TOP SECRET"})  # nato-form

_CAPTIONS = ("EXDIS", "NODIS")  # cap-nodis-exdis-needs-control

_BARE_ENDED = datetime.date(2012, 1, 1)
"""When the systems without compartments were retired."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every system without compartment (case ``legacy`` before 2012) or companion."""
    day = examined.document.date
    for mark, marking in read_marks(examined):
        names = names_of(marking, examined.register)
        for fact in facts_of(marking, examined.register):
            if fact.incomplete:
                part = _PARTS.get(fact.category, "part")
                early = fact.category == "sci" and day is not None and day < _BARE_ENDED
                yield Hit(
                    span=mark.span,
                    message=f"{fact.name} appears without a {part}",
                    fix=f"name the {part} of {fact.name}",
                    found=fact.name,
                    case="legacy" if early else "default",
                )
            if fact.category not in _PARTS or fact.name in _CAPTIONS:
                continue
            missing = [name for name in fact.requires if name not in names | _OF_NATO]
            if missing == ["ORCON"] and "ORCON-USGOV" in marking.dissem:
                continue  # dis-orcon-variants
            if missing and not fact.incomplete:
                yield Hit(
                    span=mark.span,
                    message=f"{fact.name} needs {' and '.join(missing)}",
                    fix=f"add {' and '.join(missing)}",
                    expected=" ".join(missing),
                    found=fact.name,
                )
