"""Checks that every reference letter the text cites is on the REF line.

## Why

With references A to C, `(ref D)` points at nothing, or at a document that was removed from the
line.

## Example

    REF: (A) TESTVILLE 12 (B) PORT EXAMPLE 34
    …
    2. (U) The pump is as described in ref D.

*Use instead:* `ref B`, or a fourth entry on the REF line.

## Limits

Entries without letters count as A, B, C in their order. Quoted text is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.structure.reference_citations import lettered_citations

ID = "ref-letter-undefined"

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for the first citation of each letter that is not on the line."""
    telegram = examined.document.telegram
    if telegram is None or not telegram.references:
        return
    known = {reference.label for reference in telegram.references if reference.label}
    if not known:
        known = set(_LETTERS[: len(telegram.references)])
    listed = ", ".join(sorted(known))
    line = telegram.references_span
    reported = set()
    for citation in lettered_citations(examined.document):
        for letter in citation.letters:
            # In a text all in capitals I and A may be words: "PER REFTEL I CALLED".
            if letter in known or letter in reported or (letter in "AI" and letter not in known):
                continue
            reported.add(letter)
            yield Hit(
                span=citation.span,
                message=f"text cites reference {letter}, REF line has {listed}",
                fix="correct the letter, or add the reference",
                expected=listed,
                found=letter,
                related=(Label(line, "REF line"),) if line else (),
            )
