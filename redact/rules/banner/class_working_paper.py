"""Checks that a classified working paper is dated, and fully marked once it is 180 days old.

## Why

Working papers need only the date and the highest level while they are being worked on. After 180
days, or when they leave the agency, they are documents like any other.

## Example

    SECRET
    WORKING PAPER

    (S) Notes for the pump test.

*Use instead:* add the date on which the paper was begun.

## Limits

A paper is one when the words WORKING PAPER or WORKING PAPERS are on a line of their own. Age is
counted to the day of the check (`--today`).
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.papers import working_paper

ID = "class-working-paper"
PARAMS = {"days": 180}


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the words WORKING PAPER."""
    document = examined.document
    span = working_paper(document)
    if span is None:
        return
    if document.date is None:
        yield Hit(
            span=span,
            message="classified working paper has no date",
            fix="add the date it was begun",
        )
        return
    age = (examined.as_of - document.date).days
    if age > examined.params["days"] and document.authority is None:
        yield Hit(
            span=span,
            message=f"working paper is {age} days old, after {examined.params['days']} it needs "
            "all markings",
            fix="add the authority block, or destroy the paper",
            found=f"{age} days",
        )
