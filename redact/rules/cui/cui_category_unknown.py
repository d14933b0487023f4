"""Checks that each CUI category is in the CUI Registry, with SP- where it is Specified.

## Why

A category that is not in the Registry controls nothing. SP- says that a law or regulation
prescribes the handling: if it is missing, the handling is overlooked; if it is unfounded, the
reader looks for a rule that does not exist.

## Example

    CUI//SP-OPSEC
    CUI//CTI

*Use instead:* `CUI//OPSEC`, which is Basic, and `CUI//SP-CTI`, which is Specified.

## Limits

Categories are those of the register `cui`; an agency can add newer ones in a register of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.control import CuiCategory
from redact.rules.cui.cui_marks import (
    categories_of,
    cui_banner_marks,
    cui_marks,
    is_in_place_of_category,
)

ID = "cui-category-unknown"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each unknown category, case ``kind`` for one with SP- wrongly set or left out."""
    known = {category.name: category for category in examined.register.cui_categories}
    for mark, marking in cui_marks(examined):
        for written in categories_of(marking):
            name = written.removeprefix("SP-")
            category = known.get(name)
            if category is None:
                yield Hit(
                    span=mark.span,
                    message="category is not in the CUI Registry",
                    fix="write a category from the CUI Registry, or CUI alone if it is Basic",
                )
            elif not (category.basic if written == name else category.specified):
                right = name if category.basic else f"SP-{name}"
                yield Hit(
                    span=mark.span,
                    message=f"category {name} is {_only(category)} only, it is written "
                    + ("without SP-" if written == name else "with SP-"),
                    fix=f"write {right}",
                    expected=right,
                    found=written,
                    case="kind",
                )
    for mark in cui_banner_marks(examined):
        for problem in mark.problems("unknown-token"):
            if is_in_place_of_category(mark, problem):
                yield Hit(
                    span=mark.place_of(problem),
                    message="category is not in the CUI Registry",
                    fix="write a category from the CUI Registry, or CUI alone if it is Basic",
                )
                break


def _only(category: CuiCategory) -> str:
    return "Basic" if category.basic else "Specified"
