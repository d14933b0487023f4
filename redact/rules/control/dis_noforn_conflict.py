"""Checks that no marking has two release controls that are mutually exclusive.

## Why

NOFORN keeps text from every foreign national; REL TO, RELIDO, DISPLAY ONLY and EYES ONLY each name
foreigners who may have it. Together they say nothing, and the reader may choose the weaker. RELIDO
leaves release to an official, which ORCON forbids. SBU and LES each are either with NOFORN or
without.

## Example

    SECRET//NOFORN/REL TO USA, GBR

*Use instead:* `SECRET//NOFORN`, or `SECRET//REL TO USA, GBR` when the text may go there.

## Limits

Different portions may have different controls. NODIS with EXDIS is left to
`cap-nodis-exdis-together`, ORCON with ORCON-USGOV to `dis-orcon-variants`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.facts import facts_of, names_of
from redact.rules.marks import read_marks

ID = "dis-noforn-conflict"

_ORCON = frozenset({"ORCON", "ORCON-USGOV"})
_CAPTIONS = frozenset({"NODIS", "EXDIS"})


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every pair of controls in one marking that are mutually exclusive."""
    for mark, marking in read_marks(examined):
        if mark.is_cui:
            continue  # cui-ldc-unknown-or-conflict
        names = names_of(marking, examined.register)
        seen: set[frozenset[str]] = set()
        for fact in facts_of(marking, examined.register):
            for other in fact.excludes if fact.category in ("dissem", "non_ic") else ():
                pair = frozenset({fact.name, other})
                if other not in names or pair in seen or pair == _ORCON or pair & _CAPTIONS:
                    continue
                seen.add(pair)
                yield Hit(
                    span=mark.span,
                    message=f"{fact.name} and {other} are mutually exclusive",
                    fix=f"keep {fact.name} or {other}, whichever the text needs",
                    found=f"{fact.name}, {other}",
                )
