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

from redact.findings import Examined, Hit
from redact.markings.marking import Marking
from redact.rules.release.decision import is_reviewed, readable_portions
from redact.rules.release.deletion import touching
from redact.rules.release.deletion_marks import find_deletions
from redact.rules.release.header_in_copy import in_copy
from redact.sources import Span

ID = "rel-sbu-unreviewed"

_SENSITIVE = (
    "SBU",
    "SBU NOFORN",
    "LIMITED OFFICIAL USE",
    "OFFICIAL USE ONLY",
    "FOUO",
    "LES",
    "LES NOFORN",
    "LIMDIS",
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the mark of every such portion."""
    if is_reviewed(examined):
        return
    deletions = find_deletions(examined)
    for span, name in _whole_paper(examined):
        yield Hit(
            span=span,
            message=f"paper is {name}, the copy shows no release decision",
            fix=f"review the paper and record the decision, or withhold what is {name}",
            found=name,
        )
    for portion in readable_portions(examined):
        label = _label(portion.marking)
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


def _label(marking: Marking | None) -> str | None:
    """The administrative label of a marking without a classification."""
    if marking is None or marking.level not in (None, "UNCLASSIFIED"):
        return None
    # EFTO is about the way a message is sent, not about its readers.
    labels = [name for name in (*marking.non_ic, *marking.dissem) if name in _SENSITIVE]
    return labels[0] if labels else ("CUI" if marking.cui else None)


def _whole_paper(examined: Examined) -> Iterator[tuple[Span, str]]:
    """The banner line with a label of a paper without portion marks, to all of which it applies."""
    publication = examined.publication
    paper = publication.original if publication else examined.document
    if paper.kind in ("telegram", "military") or any(p.mark is not None for p in paper.portions):
        return
    for banner in paper.banners:
        label = _label(banner.marking)
        if label is not None:
            spans = in_copy(publication, (banner.span,)) if publication else (banner.span,)
            yield from ((span, label) for span in spans)
            return
