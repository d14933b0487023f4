"""Checks that every portion mark states a level before its controls.

## Why

A control without a level does not say how to protect the text: `(NF)` may be on SECRET or on
unclassified information. The portion is handled at the highest level of the document.

## Example

    (FOUO) The pump test is on Tuesday.

*Use instead:* `(U//FOUO)`.

## Limits

In telegrams `(SBU)`, `(SBU/NF)` and `(LOU)` are complete marks; this rule is not for them. CUI
marks have no level. `(FOUO)` was a complete mark at Defense until 2012 (profile `dod`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit
from redact.markings.arrange import arrange
from redact.markings.facts import facts_of
from redact.markings.marking import Marking
from redact.markings.register import Register
from redact.rules.marks import portion_marks

ID = "portion-control-without-level"
PARAMS = {"labels_alone_until": datetime.date(1953, 11, 5)}
"""``labels_alone_until``: the last day on which a label such as FOUO was a mark by itself; the
default is the day before E.O. 10501 was signed."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every readable mark without level."""
    day = examined.document.date
    if day is not None and day <= examined.params["labels_alone_until"]:
        return
    for mark in portion_marks(examined):
        marking = mark.marking
        if marking is not None and marking.level is None and not marking.cui:
            right = _at_its_level(marking, examined.register)
            yield Hit(
                span=mark.span,
                message="portion mark states no level",
                fix=f"write {right}" if right else "write the level before the control",
                expected=right or "a level",
            )


def _at_its_level(marking: Marking, register: Register) -> str | None:
    """The mark with the one level that all its controls permit, if there is one."""
    levels = {fact.levels for fact in facts_of(marking, register)}
    if len(levels) != 1 or len(allowed := levels.pop()) != 1:
        return None
    return arrange(replace(marking, level=allowed[0])).portion()
