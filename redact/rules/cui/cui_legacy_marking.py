"""Checks for labels that CUI replaced, on papers written since the agency adopted CUI.

## Why

FOUO, SBU and a hundred other labels had a different meaning in each agency. Since the change they
protect nothing: the information is CUI or it is not controlled at all.

## Example

    FOR OFFICIAL USE ONLY

    12 March 2023

*Use instead:* a review, then `CUI` where a category of the Registry fits.

## Limits

The setting `since` is the day of the change: 14 November 2016 for the directive, 6 March 2020 for
Defense. Profiles of agencies that still use the older labels do not bind this rule.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import LINE_END, LINE_START, pattern
from redact.rules.marks import marks
from redact.sources import Span

ID = "cui-legacy-marking"
ERA = True
PARAMS = {"since": datetime.date(2016, 11, 14)}

_LABELS = frozenset(("FOUO", "SBU", "SBU NOFORN", "LES", "LES NOFORN", "OUO", "LOU", "CBU"))
_LINE = pattern(
    LINE_START
    + r"[ \t]{0,120}(?P<label>(?:UNCLASSIFIED ?//? ?)?(?:FOR OFFICIAL USE ONLY|OFFICIAL USE ONLY"
    r"|LIMITED OFFICIAL USE|SENSITIVE BUT UNCLASSIFIED|LAW ENFORCEMENT SENSITIVE"
    r"|CONTROLLED BUT UNCLASSIFIED|FOUO|SBU))[ \t]{0,120}" + LINE_END
)


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for each label, at its first place."""
    document = examined.document
    since = examined.params["since"]
    if document.date is not None and document.date < since:
        return
    found = {
        label: mark.span
        for mark in reversed([*marks(examined)])
        if mark.marking is not None
        for label in (*mark.marking.dissem, *mark.marking.non_ic)
        if label in _LABELS
    }
    line = _LINE.search(document.text)
    if line is not None and not found:
        yield _hit(line["label"], since, *line.span("label"))
    for label, span in sorted(found.items(), key=lambda item: item[1]):
        yield _hit(label, since, span.start, span.end)


def _hit(label: str, since: datetime.date, start: int, end: int) -> Hit:
    return Hit(
        span=Span(start, end),
        message=f"{label} was replaced by CUI on {since}",
        fix="review the information and mark it CUI, or remove the label",
        expected="CUI",
        found=label,
    )
