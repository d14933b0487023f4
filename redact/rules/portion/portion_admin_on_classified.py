"""Checks that no classified portion has a handling label meant for unclassified text.

## Why

FOUO, SBU, LIMDIS, UCNI and CUI say that unclassified text needs care. On a classified portion they
add nothing and cast doubt on the level: the reader cannot tell whether the portion is classified.

## Example

    2. (C//SBU) The picnic is on Friday.

*Use instead:* `(C)`, or `(C//NF)` where `SBU-NF` was meant.

## Limits

LES may be used at every level. Portions marked `(SBU)` inside a classified document are correct.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.findings import Examined, Hit
from redact.markings.facts import facts_of
from redact.markings.marking import level_rank
from redact.rules.marks import portion_marks

ID = "portion-admin-on-classified"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on each classified mark with a label for unclassified text."""
    for mark in portion_marks(examined):
        marking = mark.marking
        if marking is None or level_rank(marking.level) < 1:
            continue
        labels = [
            fact.name
            for fact in facts_of(marking, examined.register)
            if fact.levels == ("UNCLASSIFIED",)
        ] + list(marking.cui[:1])
        if labels:
            bare = replace(
                marking,
                aea=tuple(token for token in marking.aea if token not in labels),
                dissem=tuple(token for token in marking.dissem if token not in labels),
                non_ic=tuple(token for token in marking.non_ic if token not in labels),
                cui=(),
            )
            if "SBU NOFORN" in labels and "NOFORN" not in bare.dissem:
                bare = replace(bare, dissem=(*bare.dissem, "NOFORN"))
            yield Hit(
                span=mark.span,
                message=f"{labels[0]} is on a portion marked {marking.level}",
                fix=f"write {bare.portion()}",
                expected=bare.portion(),
                found=labels[0],
            )
