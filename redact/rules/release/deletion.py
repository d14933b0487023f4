"""Deletions visible in a public copy, written by redact or by other agencies."""

from __future__ import annotations

from redact.findings import Examined
from redact.rules.release.deleted import Deletion, place, touching, visible_text
from redact.rules.release.deletion_marks import read_deletions
from redact.rules.release.exemption_code import find_codes
from redact.sources import join_spans

__all__ = ["Deletion", "find_deletions", "touching", "visible_text"]


def find_deletions(examined: Examined) -> tuple[Deletion, ...]:
    """Every deletion of the copy, in order of place, none overlapping another."""
    document = examined.document
    text = document.text
    elsewhere = [
        segment.span
        for segment in document.segments
        if segment.kind in ("envelope", "wrapper", "authority")
    ]
    shown = read_deletions(
        text, join_spans((*elsewhere, *(stamp.span for stamp in document.stamps)))
    )
    made = examined.publication.withheld if examined.publication else ()
    # Labels that redact wrote in a form that cannot be recognized by itself.
    ours = tuple(
        Deletion(
            withheld.public,
            tuple(find_codes(text, withheld.public.start, withheld.public.end)),
            tells_amount=bool(withheld.amount),
        )
        for withheld in made
        if not touching(withheld.public, shown)
    )
    return tuple(sorted((*shown, *ours), key=place))
