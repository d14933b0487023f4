"""Checks for debris left in the record by copying it from a web page or a PDF.

## Why

Page furniture, no-break spaces, pilcrows before paragraph numbers and dead links are no part of the
record. The tool reads through them, and says once for each kind what it read through, so that
nobody takes the copy for the record.

## Example

    TAGS: [PREL](#) [PGOV](#)

*Use instead:*

    TAGS: PREL PGOV

## Limits

Only residues the parser knows are named. Typographic quotation marks are not residue.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label

ID = "env-scrape-artifact"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for each kind of residue, at its first place."""
    for artifact in examined.document.artifacts:
        first, *others = artifact.spans
        places = "1 place" if not others else f"{len(artifact.spans)} places"
        yield Hit(
            span=first,
            message=f"residue of copying: {artifact.kind.replace('-', ' ')} in {places}",
            related=tuple(Label(span, "again") for span in others),
        )
