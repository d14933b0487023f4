"""How a public copy was made, reconstructed from its record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from redact.documents.model import Document
from redact.findings import Publication, Withheld
from redact.redaction.amount import NAME
from redact.redaction.apply import Placement, placed_changes, public_span
from redact.sources import Edit, Span


def recorded_placements(record: Mapping[str, Any]) -> tuple[Placement, ...]:
    """The position of every recorded change in both texts, in order."""
    labels = ((r["start"], r["end"], r["label"]) for r in record["redactions"])
    edits = ((e["start"], e["end"], e["text"]) for e in record["edits"])
    changes = sorted((*labels, *edits))
    return placed_changes(Edit(Span(start, end), text) for start, end, text in changes)


def recorded_publication(record: Mapping[str, Any], original: Document) -> Publication:
    """What rules about public copies examine, reconstructed from the record of one."""
    placed = recorded_placements(record)
    redactions = {Span(r["start"], r["end"]): r for r in record["redactions"]}
    looked_at = (Span(k["start"], k["end"]) for k in (*record["kept"], *record["asked"]))
    return Publication(
        original=original,
        withheld=tuple(
            Withheld(
                original=place.original,
                public=place.public,
                reasons=tuple(redactions[place.original]["reasons"]),
                amount=redactions[place.original]["amount"],
                person=redactions[place.original]["amount"] == NAME,
            )
            for place in placed
            if place.original in redactions
        ),
        edited=tuple(
            (place.original, place.public) for place in placed if place.original not in redactions
        ),
        kept=tuple(public_span(span, placed) for span in looked_at),
    )
