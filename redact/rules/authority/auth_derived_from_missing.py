"""Checks that a document marked as derivatively classified names its source.

## Why

A derivative classifier makes no decision but carries over what a source or guide says. Without the
source nobody can tell whether the classification is valid.

## Example

    Derivatively Classified By: Jane Sample, Desk Officer
    Declassify On: 01/01/2030

*Use instead:* add `Derived From: Guide 05-01, dated 3 May 2005`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit

ID = "auth-derived-from-missing"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a derivative block without a source."""
    document = examined.document
    block = document.authority
    if block is None or not document.is_classified:
        return
    if block.derivative and block.derived_from is None:
        yield Hit(
            span=block.classified_by.span if block.classified_by else block.span,
            message="classification is marked as derivative, but no source is named",
            fix="add a Derived From line with title, agency and date of the source",
        )
