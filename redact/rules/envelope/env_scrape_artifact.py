"""Checks for residue of copying the record from a web page or a PDF.

## Why

Page headers, no-break spaces, pilcrows before paragraph numbers and dead links are not part of the
record. The tool ignores them, and reports each kind once, so that nobody takes the copy for the
record.

## Example

    TAGS: [PREL](#) [PGOV](#)

*Use instead:*

    TAGS: PREL PGOV

## Limits

Only residue that the parser recognizes is reported. Typographic quotation marks are none.
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
