"""How a public copy was made: from its plan, or reconstructed from its record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from redact.documents.model import Document
from redact.findings import Publication, Withheld
from redact.redaction.amount import NAME
from redact.redaction.apply import Placement, placed_changes, placements, public_span
from redact.redaction.model import RedactionPlan
from redact.sources import Edit, Span


def publication_of(document: Document, plan: RedactionPlan) -> Publication:
    """How the public copy of a document was made, for rules that examine it."""
    withheld = {r.span: (r.reasons, r.amount, r.is_name) for r in plan.redactions}
    reviewed = (*(k.span for k in plan.kept), *(a.span for a in plan.asked))
    return _publication(document, placements(plan), withheld, reviewed)


def recorded_publication(record: Mapping[str, Any], original: Document) -> Publication:
    """The same, reconstructed from the record of the copy."""
    withheld = {
        Span(r["start"], r["end"]): (tuple(r["reasons"]), r["amount"], r["amount"] == NAME)
        for r in record["redactions"]
    }
    reviewed = (Span(k["start"], k["end"]) for k in (*record["kept"], *record["asked"]))
    return _publication(original, recorded_placements(record), withheld, reviewed)


def recorded_placements(record: Mapping[str, Any]) -> tuple[Placement, ...]:
    """The position of every recorded change in both texts, in order."""
    labels = ((r["start"], r["end"], r["label"]) for r in record["redactions"])
    edits = ((e["start"], e["end"], e["text"]) for e in record["edits"])
    changes = sorted((*labels, *edits))
    return placed_changes(Edit(Span(start, end), text) for start, end, text in changes)


def _publication(
    original: Document,
    placed: tuple[Placement, ...],
    withheld: Mapping[Span, tuple[tuple[str, ...], str, bool]],
    reviewed: Iterable[Span],
) -> Publication:
    """``withheld`` gives reasons, amount and whether it is a name, by span of the original;
    ``reviewed`` are the spans that were considered and stay.
    """
    return Publication(
        original=original,
        withheld=tuple(
            Withheld(place.original, place.public, *withheld[place.original])
            for place in placed
            if place.original in withheld
        ),
        edited=tuple((p.original, p.public) for p in placed if p.original not in withheld),
        kept=tuple(public_span(span, placed) for span in reviewed),
    )
