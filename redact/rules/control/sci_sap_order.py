"""Checks the order of control systems, compartments and special access programs.

## Why

Within compartmented information, special access programs and SIGMA categories everything is in
one order: digits before letters, A to Z, each once, the prefix SAR once. Two lists in one order can
be compared at sight, and a program named twice hides another.

## Example

    TOP SECRET//SI-G DEFG ABCD//ORCON

*Use instead:* `TOP SECRET//SI-G ABCD DEFG//ORCON`.

## Limits

Systems out of the register's order in a banner line are left to `banner-category-order`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit
from redact.markings.compartments import join_systems
from redact.markings.marking import Marking
from redact.rules.marks import read_marks

ID = "sci-sap-order"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on every marking whose compartments or programs are out of order or repeated."""
    for mark, marking in read_marks(examined):
        right = _ordered(marking)
        repeated = mark.problems("prefix-repeated")
        if right != marking or repeated:
            yield Hit(
                span=mark.span,
                message="compartments or programs are out of order or repeated"
                if right != marking
                else repeated[0].message,
                fix=f"write {mark.written(right)}",
                expected=mark.written(right),
                edits=mark.rewritten(right),
            )


def _ordered(marking: Marking) -> Marking:
    """The marking with each system in order; systems keep the order they were written in."""
    sci = tuple(dict.fromkeys(_each(token) for token in marking.sci))
    named = [token for token in marking.sap if "-" in token]
    others = tuple(token for token in marking.sap if "-" not in token)
    sap = (*join_systems(named, programs=True), *dict.fromkeys(others))
    aea = tuple(dict.fromkeys(_each(token) for token in marking.aea))
    return replace(marking, sci=sci, sap=sap, aea=aea)


def _each(token: str) -> str:
    return join_systems([token])[0]
