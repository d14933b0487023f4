"""Checks for lettered references the text never cites.

## Why

A reference that is never cited costs every reader a look-up. Either a letter in the text is wrong
or the entry is left over from another draft.

## Example

    REF: (A) TESTVILLE 12 (B) PORT EXAMPLE 34

    1. (U) The pump is as described in ref A.

*Use instead:* a REF line with the first entry alone.

## Limits

Reported only where the text cites at least one letter, since many telegrams list their references
without citing any. `Reftels` without letters cites all.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.scope import missing_sections, own_text
from redact.rules.structure.reference_citations import lettered_citations, mentions

ID = "ref-unused"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each letter of the REF line that the text does not cite."""
    document = examined.document
    telegram = document.telegram
    if telegram is None or missing_sections(document):
        return
    if not any(reference.label for reference in telegram.references):
        return
    cited = {letter for c in lettered_citations(document) for letter in c.letters}
    text = own_text(document).upper()
    if not cited or any(
        text[s.start : s.end].rstrip().endswith("TELS") for s in mentions(document)
    ):
        return
    if not cited <= {reference.label for reference in telegram.references}:
        return  # a letter is wrong, which has a rule of its own
    for reference in telegram.references:
        if reference.label is None or reference.label in cited:
            continue
        if reference.number and reference.number.lstrip("0") in text:
            continue  # cited by its number
        yield Hit(
            span=reference.span,
            message=f"reference {reference.label} is on the REF line, the text never cites it",
            fix="cite it or drop it",
            found=reference.label,
        )
