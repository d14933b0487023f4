"""Deletions that a public copy shows, ours and those of other agencies alike."""

from __future__ import annotations

from collections.abc import Iterable

from redact.findings import Examined
from redact.rules.release.deleted import Deletion, place, touching, visible_text
from redact.rules.release.deletion_marks import read_deletions
from redact.rules.release.exemption_code import find_codes
from redact.sources import Span

__all__ = ["Deletion", "find_deletions", "touching", "visible_text"]


def find_deletions(examined: Examined) -> tuple[Deletion, ...]:
    """Every deletion of the copy, in order of place, none overlapping another."""
    document = examined.document
    text = document.source.text
    elsewhere = [
        segment.span
        for segment in document.segments
        if segment.kind in ("envelope", "wrapper", "authority")
    ]
    shown = read_deletions(text, _joined((*elsewhere, *(stamp.span for stamp in document.stamps))))
    made = examined.publication.withheld if examined.publication else ()
    # Our own labels in a form that is not known by its looks.
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


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches, sorted, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
