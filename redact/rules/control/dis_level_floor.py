"""Checks that each dissemination control is used with a level that permits it.

## Why

Some controls presuppose classified information: ORCON needs CONFIDENTIAL or higher, IMCON and RSEN
need SECRET. Others are for unclassified information only: FOUO, SBU and LIMDIS add nothing to a
classified marking and are not shown in one.

## Example

    (C//IMC) The pump test is on Tuesday.

*Use instead:* `(S//IMC)` if the imagery is SECRET, or `(C)` if the text is not controlled imagery.

## Limits

NOFORN, PROPIN and RELIDO may be used with any level. Handling labels on a classified portion are
left to `portion-admin-on-classified`, systems of compartmented information to `sci-level-floor`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.facts import Fact, facts_of
from redact.rules.eras import before_one_syntax
from redact.rules.marks import Mark, read_marks

ID = "dis-level-floor"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every dissemination control at a level the register does not allow it."""
    for mark, marking in read_marks(examined):
        for fact in facts_of(marking, examined.register):
            if marking.level is None or not fact.levels or marking.level in fact.levels:
                continue
            if fact.levels == ("UNCLASSIFIED",) and before_one_syntax(examined.document):
                continue  # SECRET/LIMDIS was a distribution of State
            if fact.category in ("dissem", "non_ic") and not _is_label_on_portion(mark, fact):
                lowest = fact.levels[0]
                only = "only" if len(fact.levels) == 1 else "or higher"
                yield Hit(
                    span=mark.span,
                    message=f"{fact.name} is for {lowest} {only}, marking is {marking.level}",
                    fix=f"remove {fact.name}, or correct the level",
                    expected=" ".join(fact.levels),
                    found=marking.level,
                )


def _is_label_on_portion(mark: Mark, fact: Fact) -> bool:
    return mark.form == "portion" and fact.levels == ("UNCLASSIFIED",)
