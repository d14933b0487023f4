"""Checks that captions of tables, figures and charts are marked in a classified paper.

## Why

A picture or a table is a portion like any other and is copied more often than a paragraph.

## Example

    SECRET

    (S) Table 1 shows the pumps.

    Table 1. Pumps of the garden

*Use instead:* `(U) Table 1. Pumps of the garden`

## Limits

Only captions in a separate paragraph are found, that begin with Table, Figure, Chart, Graph, Map or
Exhibit and a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.portion.marks_required import needs_marks
from redact.sources import Span

ID = "portion-caption-missing"
ERA = True

_CAPTION = pattern(
    r"(?P<label>(?:TABLE|FIGURE|CHART|FIG\.|EXHIBIT|GRAPH|MAP|PHOTO)\s{1,3}[0-9IVX]{1,4})\b",
    re.IGNORECASE,
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the word and number of each caption without mark."""
    document = examined.document
    if document.telegram is not None or not document.is_classified or not needs_marks(examined):
        return
    if not any(p.mark for p in document.portions):
        return  # portion-missing
    for portion in document.portions:
        match = _CAPTION.match(document.text_of(portion.span))
        if match is not None and portion.kind == "heading" and portion.mark is None:
            yield Hit(
                span=Span(portion.span.start, portion.span.start + match.end("label")),
                message=f"caption has no portion mark, document is {document.level}",
                fix="put the level of the table or figure in brackets before its caption",
            )
