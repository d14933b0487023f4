"""Checks that the release stamp agrees with what the copy shows.

## Why

The stamp tells the requester what to expect: all of the record, a part, or nothing. If the copy is
otherwise, the stamp is a mistake or the copy is.

## Example

    RELEASE IN FULL

on a copy that contains `[B6]`.

*Use instead:*

    RELEASE IN PART B6

## Limits

A page that was withheld completely leaves no trace in a text copy: a record released in part for
that reason is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.rules.release.decision import readable_portions
from redact.rules.release.deletion_marks import find_deletions

ID = "rel-decision-stamp-conflict"

_IN_FULL = pattern(r"\bRELEASED? IN FULL\b", re.IGNORECASE)
_IN_PART = pattern(r"\bRELEASED? IN PART\b", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every stamp that disagrees."""
    document = examined.document
    deletions = find_deletions(examined)
    for stamp in document.stamps:
        text = document.text_of(stamp.span)
        if _IN_FULL.search(text) and deletions:
            yield Hit(
                span=stamp.span,
                message=f"stamp says RELEASED IN FULL, deletions in the copy: {len(deletions)}",
                fix="stamp the copy RELEASED IN PART, or restore the text",
                expected="RELEASED IN PART",
                found="RELEASED IN FULL",
                related=(Label(deletions[0].span, "first deletion"),),
            )
        elif _IN_PART.search(text) and stamp.kind == "released-in-part" and not deletions:
            yield Hit(
                span=stamp.span,
                message="stamp says RELEASED IN PART, the copy shows no deletion",
                fix="stamp the copy RELEASED IN FULL, or mark what was deleted",
                expected="RELEASED IN FULL",
                found="RELEASED IN PART",
            )
        elif stamp.kind == "denied" and any(readable_portions(examined)):
            yield Hit(
                span=stamp.span,
                message="stamp says DENIED, the copy shows text",
                fix="correct the stamp, or withhold the text",
                found="DENIED",
            )
