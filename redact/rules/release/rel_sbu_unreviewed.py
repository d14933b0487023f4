"""Checks that sensitive but unclassified portions were reviewed before they are released.

## Why

SBU, LIMITED OFFICIAL USE, FOUO and CUI are not exemptions: the label neither withholds a portion
nor releases it. Somebody has to decide, and the copy or its record has to show the decision.

## Example

    3. (SBU) The picnic list is attached.

in a public copy without a stamp, a deletion or a recorded decision.

*Use instead:* the release decision stamped on the copy, or the deletion with its exemption.

## Limits

A portion with at least one deletion counts as reviewed. Portions without a mark are not reported,
whatever the caption says.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit
from redact.rules.cui.cui_marks import cui_banner
from redact.rules.release.decision import is_reviewed, readable_portions
from redact.rules.release.deletion import touching
from redact.rules.release.deletion_marks import find_deletions
from redact.sources import Span

ID = "rel-sbu-unreviewed"

_SENSITIVE = ("SBU", "SBU NOFORN", "LIMITED OFFICIAL USE", "FOUO", "LES", "LES NOFORN", "LIMDIS")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the mark of every such portion."""
    if is_reviewed(examined):
        return
    deletions = find_deletions(examined)
    whole = _cui_banner(examined)
    if whole is not None:
        yield Hit(
            span=whole,
            message="paper is CUI, the copy shows no release decision",
            fix="review the paper and record the decision, or withhold what is CUI",
            found="CUI",
        )
    for portion in readable_portions(examined):
        label = _label(portion)
        if label is None or portion.mark_span is None:
            continue
        if touching(portion.span, deletions):
            continue
        yield Hit(
            span=portion.mark_span,
            message=f"portion is {label}, the copy shows no release decision",
            fix="review the portion and record the decision, or withhold it with its exemption",
            found=label,
        )


def _label(portion: Portion) -> str | None:
    """The administrative label of the portion's mark."""
    marking = portion.marking
    if marking is None or marking.level not in (None, "UNCLASSIFIED"):
        return None
    # EFTO is about the way a message is sent, not about its readers.
    labels = [name for name in (*marking.non_ic, *marking.dissem) if name in _SENSITIVE]
    return labels[0] if labels else ("CUI" if marking.cui else None)


def _cui_banner(examined: Examined) -> Span | None:
    """The banner line of a CUI paper without portion marks: it then applies to all portions."""
    document = examined.document
    if any(portion.mark is not None for portion in document.portions):
        return None
    banner = cui_banner(document)
    return banner.span if banner else None
