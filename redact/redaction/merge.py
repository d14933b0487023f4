"""Making redactions disjoint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from redact.redaction.model import Redaction
from redact.sources import Span


def merge(redactions: Iterable[Redaction]) -> tuple[Redaction, ...]:
    """The redactions sorted and disjoint; overlapping ones are joined and keep every reason.

    A name joined with text counts as text: the label must not understate what was withheld.
    """
    merged: list[Redaction] = []
    for redaction in sorted(redactions, key=lambda r: (r.span.start, -r.span.end, r.kind)):
        if len(redaction.span) == 0:
            continue
        if merged and merged[-1].span.overlaps(redaction.span):
            merged[-1] = _joined(merged[-1], redaction)
        else:
            merged.append(redaction)
    return tuple(merged)


def _joined(first: Redaction, second: Redaction) -> Redaction:
    kinds = (first.kind, second.kind)
    names = [kind for kind in kinds if kind != "portion"]
    return replace(
        first,
        span=Span(first.span.start, max(first.span.end, second.span.end)),
        reasons=tuple(sorted({*first.reasons, *second.reasons})),
        causes=tuple(dict.fromkeys((*first.causes, *second.causes))),
        decided_by=", ".join(dict.fromkeys((first.decided_by, second.decided_by))),
        kind="portion" if "portion" in kinds else ("PERSON" if "PERSON" in names else names[0]),
    )
