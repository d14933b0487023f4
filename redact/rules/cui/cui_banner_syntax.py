"""Checks that the parts of a CUI banner line are in order and separated as the Registry requires.

## Why

The line is the word CUI or CONTROLLED, then the categories, then the limited dissemination
controls. Two obliques separate these three, one separates their entries. Written otherwise a
category is taken for a control, and the paper goes where it may not.

## Example

    CUI/SP-PRVCY/NOFORN

*Use instead:* `CUI//SP-PRVCY//NOFORN`

## Limits

One finding per line. Order and names of categories, and controls that are unknown or mutually
exclusive, are left to other rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.cui.cui_marks import cui_banner_marks

ID = "cui-banner-syntax"

_FAULTS = (
    "separator",
    "spaced",
    "category-order",
    "entry-order",
    "abbreviated",
    "spelling",
    "duplicate",
    "case",
)


_IN_SMALL_LETTERS = pattern(r"Attorney-Client|Attorney-WP|Deliberative")
"""Controls that the Registry writes so; in capitals they are right too."""


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on each CUI banner line with a fault of form, at the first."""
    for mark in cui_banner_marks(examined):
        problems = tuple(
            problem
            for problem in mark.problems(*_FAULTS)
            if problem.kind != "case" or not _is_as_registered(mark.reading.text)
        )
        if not problems or mark.problems("unknown-token"):
            continue
        meant = mark.reading.meant
        yield Hit(
            span=mark.place_of(problems[0]),
            message=f"CUI banner line: {problems[0].message}",
            fix=f"write {meant}" if meant else "write CUI//categories//controls",
            expected=meant,
        )


def _is_as_registered(text: str) -> bool:
    """Whether small letters are only where the Registry has them."""
    return not any(map(str.islower, _IN_SMALL_LETTERS.sub("", text)))
