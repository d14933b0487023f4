"""Checks that outside the recorded deletions and edits a public copy is the original, unchanged.

## Why

A reader must be able to trust that what was not withheld is what was written. A line that
disappears without a label is a deletion without an exemption; a word that changes is a forgery.

## Example

Between two labels the copy reads `the pump was new`, the original `the pump was not new`.

*Use instead:* a copy made from the recorded plan, nothing else.

## Limits

Needs the original beside the copy. `redact verify` proves the same from the bytes on disk with
separate code.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.sources import Span

ID = "red-manifest-mismatch"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every stretch between two recorded changes that is not as in the original."""
    publication = examined.publication
    if publication is None:
        return
    changes = sorted((*((w.original, w.public) for w in publication.withheld), *publication.edited))
    before, after = publication.original.source.text, examined.document.source.text
    ends = (Span(len(before), len(before)), Span(len(after), len(after)))
    original_end = public_end = 0
    for original, public in (*changes, ends):
        span = Span(public_end, max(public_end, public.start))
        if span.of(after) != before[original_end : original.start]:
            yield Hit(
                span=span,
                message="the text between two recorded changes is not that of the original",
                fix="make the copy again from the plan",
            )
        original_end, public_end = original.end, public.end
