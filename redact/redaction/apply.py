"""Writing the text of the public copy, and mapping offsets between original and copy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from redact.errors import UsageError
from redact.redaction.model import RedactionPlan
from redact.sources import Edit, Source, Span, apply_edits
from redact.values import dataclass


def apply_plan(source: Source, plan: RedactionPlan) -> str:
    """The text of the public copy: redactions become labels, edits are made, all else is unchanged.

    Raises `UsageError` when the plan was made for another source.
    """
    if source.sha256 != plan.source_sha256:
        raise UsageError(
            "the document is not the one the plan was made for",
            source.path,
            "make the plan again",
        )
    return apply_edits(source.text, _changes(plan))


def _changes(plan: RedactionPlan) -> tuple[Edit, ...]:
    labels = (Edit(redaction.span, redaction.label) for redaction in plan.redactions)
    return tuple(sorted((*plan.edits, *labels), key=lambda e: (e.span.start, e.span.end)))


@dataclass(frozen=True, slots=True)
class Placement:
    """A span of the original and the span that replaces it in the public copy."""

    original: Span
    public: Span


def placements(plan: RedactionPlan) -> tuple[Placement, ...]:
    """The position of every change of the plan in both texts, in order."""
    return placed_changes(_changes(plan))


def placed_changes(changes: Iterable[Edit]) -> tuple[Placement, ...]:
    """The positions of sorted, non-overlapping changes in both texts."""
    placed: list[Placement] = []
    grown = 0
    for change in changes:
        start = change.span.start + grown
        placed.append(Placement(change.span, Span(start, start + len(change.text))))
        grown += len(change.text) - len(change.span)
    return tuple(placed)


def public_span(span: Span, placed: tuple[Placement, ...]) -> Span:
    """The span of the public copy for one of the original; it may contain labels."""
    return Span(_public_offset(span.start, placed), _public_offset(span.end, placed))


def _public_offset(offset: int, placed: tuple[Placement, ...]) -> int:
    before = bisect_right(placed, offset, key=lambda place: place.original.end)
    last = placed[before - 1] if before else None
    return offset + last.public.end - last.original.end if last else offset


def original_offset(offset: int, placed: tuple[Placement, ...]) -> int:
    """The original offset for one in the public copy; in a label, where the redaction begins."""
    shift = 0
    for place in placed:
        if offset < place.public.start:
            break
        if offset < place.public.end:
            return place.original.start
        shift = place.original.end - place.public.end
    return offset + shift
