"""Checks that compartmented and special access information is classified as high as required.

## Why

Each control system has a lowest level: SI needs CONFIDENTIAL, TK and HCS need SECRET, compartments
such as SI-G need TOP SECRET. A special access program is at least CONFIDENTIAL. A lower marking
means that the level or the system is wrong, and either way the text is protected less than one of
the two requires.

## Example

    (S//SI-G//OC) The pump test is on Tuesday.

*Use instead:* `(TS//SI-G//OC)`.

## Limits

Compartments whose names are not published are checked as their system.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.facts import Fact, facts_of
from redact.rules.marks import read_marks

ID = "sci-level-floor"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each control system of a marking with less than its lowest level."""
    for mark, marking in read_marks(examined):
        if marking.level is None:
            continue
        failing: dict[str, Fact] = {}
        for fact in facts_of(marking, examined.register):
            if fact.category in ("sci", "sap") and fact.levels and marking.level not in fact.levels:
                failing[fact.name.split("-")[0]] = fact  # the compartment says more
        for fact in failing.values():
            yield Hit(
                span=mark.span,
                message=f"{fact.name} needs {fact.levels[0]} or higher, marking is {marking.level}"
                if fact.levels[0] != "TOP SECRET"
                else f"{fact.name} needs TOP SECRET, marking is {marking.level}",
                fix=f"raise the level to {fact.levels[0]}, or remove {fact.name}",
                expected=fact.levels[0],
                found=marking.level,
            )
