"""Checks that the letters of the REF line are A, B, C without a gap.

## Why

A letter that is skipped or used twice makes its citations ambiguous.

## Example

    REF: (A) TESTVILLE 12 (C) PORT EXAMPLE 34

*Use instead:* `REF: (A) TESTVILLE 12 (B) PORT EXAMPLE 34`
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Reference
from redact.findings import Examined, Hit

ID = "ref-letters-broken"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit, on the first entry whose letter is not the one expected."""
    telegram = examined.document.telegram
    references = _one_per_letter(telegram.references if telegram else ())
    if not any(reference.label for reference in references):
        return
    for position, reference in enumerate(references):
        expected = chr(ord("A") + position) if position < 26 else None
        if expected is None or reference.label == expected:
            continue
        yield Hit(
            span=reference.span,
            message=f"letter {reference.label} appears where {expected} is expected"
            if reference.label
            else f"entry has no letter, {expected} is expected",
            fix="letter the references A, B, C in order",
            expected=expected,
            found=reference.label,
        )
        return


def _one_per_letter(references: tuple[Reference, ...]) -> list[Reference]:
    """The first entry under each letter: one letter may stand for several telegrams."""
    return [
        reference
        for index, reference in enumerate(references)
        if index == 0 or reference.label is None or reference.label != references[index - 1].label
    ]
