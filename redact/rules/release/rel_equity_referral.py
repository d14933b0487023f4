"""Checks for text that another government or agency must agree to release.

## Why

Another government's text quoted in a telegram belongs to that government, Restricted Data is
subject to the Atomic Energy Act, and visa records are confidential by statute. Before such text is
released its owner is asked, or the statute is applied.

## Example

    BEGIN TEXT
    The Ministry presents its compliments to the Embassy …
    END TEXT

*Use instead:* the same text after referral, under a stamp that records the release.

## Limits

Quoted text is recognized by the words of a diplomatic paper in it or in the sentence before it.
Press releases, speeches and papers of the United States are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Block
from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.release.decision import is_reviewed, readable_portions
from redact.rules.release.deletion import visible_text
from redact.rules.release.deletion_marks import find_deletions
from redact.sources import Span

ID = "rel-equity-referral"

_FOREIGN_PAPER = pattern(
    r"\b(?:(?:diplomatic|verbal)\s+note|note\s+verbale|text\s+of\s+(?:the\s+|its\s+|his\s+)?"
    r"(?:note|letter|message)|compliments\s+to\s+the\s+embassy|aide[- ]memoire|non-?paper"
    r"|(?:ministry|minister)\b[^.]{0,60}\b(?:honou?r|compliments)|honou?r\s+to\s+inform)\b",
    re.IGNORECASE,
)
_OWN_PAPER = pattern(
    r"\b(?:press\s+(?:release|statement|guidance)|talking\s+points|speech|u\.?s\.?\s+"
    r"(?:non-?paper|statement|response|demarche|note)|our\s+(?:note|non-?paper|reply))\b",
    re.IGNORECASE,
)
_READABLE = pattern(r"[^\W_]{2}")
_LEAD_IN = 400
"""Characters before a quotation in which the sentence that announces it is looked for."""
_OPENING = 600
"""Characters of a quotation that show what kind of paper it is."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every foreign paper, Restricted Data portion and visa TAGS."""
    if is_reviewed(examined):
        return
    document = examined.document
    for block in document.blocks:
        if block.kind == "text" and _is_foreign(examined, block):
            yield Hit(
                span=block.span,
                message="quoted text of another government may need its consent",
                fix="refer the text to its owner, or record that this was done",
            )
    for portion in readable_portions(examined):
        if portion.marking is not None and portion.marking.aea and portion.mark_span is not None:
            yield Hit(
                span=portion.mark_span,
                message=f"{portion.marking.aea[0]} is released under the Atomic Energy Act only",
                fix="refer the portion to the Department of Energy",
                found=portion.marking.aea[0],
            )
    for tag in document.telegram_fields.tags:
        if tag.text == "CVIS":
            yield Hit(
                span=tag.span,
                message="visa records are confidential under INA 222(f)",
                fix="apply (b)(3) with INA 222(f) to anything that pertains to a visa",
                found="CVIS",
            )


def _is_foreign(examined: Examined, block: Block) -> bool:
    """Whether it still shows text, and it or the sentence before it mentions a foreign paper."""
    text = examined.document.text
    start = block.opened.end if block.opened else block.span.start
    end = block.closed.start if block.closed else block.span.end
    shown = visible_text(text, Span(start, max(start, end)), find_deletions(examined))
    if not _READABLE.search(shown):
        return False
    lead_in = text[max(0, start - _LEAD_IN) : start]
    opening = shown[:_OPENING]
    if _OWN_PAPER.search(lead_in):
        return False
    return _FOREIGN_PAPER.search(lead_in) is not None or _FOREIGN_PAPER.search(opening) is not None
