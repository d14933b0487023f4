"""Checks that atomic energy information has the level and controls that the law requires.

## Why

Restricted Data is classified by statute. RD, FRD and TFNI are at least CONFIDENTIAL, weapon design
data (CNWDI) and SIGMA categories are at least SECRET and are parts of RD (SIGMA also of FRD). RD
and FRD may be shared abroad only under an agreement for cooperation; without one they are NOFORN.
UCNI is unclassified.

## Example

    (S//CNWDI) The pump test is on Tuesday.

*Use instead:* `(S//RD-CNWDI//NF)`.

## Limits

Whether an agreement allows release is not in the document: with the setting `release_agreement` a
REL TO list takes the place of NOFORN. `sigma_numbers` are the SIGMA categories in use.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.facts import Fact, facts_of, names_of
from redact.markings.marking import Marking, level_rank
from redact.patterns import pattern
from redact.rules.eras import before_one_syntax
from redact.rules.marks import Mark, read_marks

ID = "aea-companions"
PARAMS = {"release_agreement": False, "sigma_numbers": (14, 15, 18, 20)}

_SIGMA = pattern(r"SIGMA((?: \d+)*)")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each level, companion or SIGMA number of a marking that is not as required."""
    for mark, marking in read_marks(examined):
        names = names_of(marking, examined.register)
        facts = [f for f in facts_of(marking, examined.register) if f.category == "aea"]
        for fact in facts:
            yield from _level(mark, marking, fact)
            if "RD" in fact.requires and not names & {"RD", "FRD"}:
                yield Hit(
                    span=mark.span,
                    message=f"{fact.name} is part of RD, marking has no RD",
                    fix=f"write RD-{fact.name}",
                    expected=f"RD-{fact.name}",
                    found=fact.name,
                )
        yield from _release(examined, mark, marking, names)
        yield from _numbers(examined, mark, marking)


def _level(mark: Mark, marking: Marking, fact: Fact) -> Iterator[Hit]:
    if marking.level is None or not fact.levels or marking.level in fact.levels:
        return
    unclassified_only = fact.levels == ("UNCLASSIFIED",)
    if unclassified_only and mark.form == "portion":
        return  # portion-admin-on-classified
    word = "only" if unclassified_only else "or higher"
    yield Hit(
        span=mark.span,
        message=f"{fact.name} is for {fact.levels[0]} {word}, marking is {marking.level}",
        fix=f"correct the level, or remove {fact.name}",
        expected=fact.levels[0],
        found=marking.level,
    )


def _release(
    examined: Examined, mark: Mark, marking: Marking, names: frozenset[str]
) -> Iterator[Hit]:
    data = next((name for name in ("RD", "FRD") if name in names), None)
    if data is None or "NOFORN" in names or level_rank(marking.level) < 1:
        return
    if before_one_syntax(examined.document):
        return
    if not (examined.params["release_agreement"] and marking.rel_to):
        yield Hit(
            span=mark.span,
            message=f"{data} appears without NOFORN",
            fix="add NOFORN, or set release_agreement where an agreement allows REL TO",
            expected="NOFORN",
            found=data,
        )


def _numbers(examined: Examined, mark: Mark, marking: Marking) -> Iterator[Hit]:
    allowed = {int(number) for number in examined.params["sigma_numbers"]}
    written = [
        int(number)
        for token in marking.aea
        for numbers in _SIGMA.findall(token)
        for number in numbers.split()
    ]
    wrong = sorted(set(written) - allowed)
    if wrong:
        known = ", ".join(map(str, sorted(allowed)))
        yield Hit(
            span=mark.span,
            message=f"SIGMA {wrong[0]} is not in use",
            fix=f"SIGMA categories are {known}",
            expected=known,
            found=str(wrong[0]),
        )
