"""Where the changes claimed by a record are in the public copy, and where its pages end.

Part of the proof: it shares no code with the planning or writing of the copy.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from redact.patterns import LINE_START, pattern
from redact.redaction.claim import Change, Claim
from redact.sources import Span

_LINE_END = pattern(r"[\r\n]")
_HEADING = pattern(LINE_START + r"[ \t]{0,40}PAGE[ \t]{1,4}\d{1,3}\b", re.IGNORECASE)


def placed(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The text of every change and its span in the public copy."""
    grown = 0
    for change in claim.changes:
        start = change.start + grown
        yield change.text, Span(start, start + len(change.text))
        grown += len(change.text) - (change.end - change.start)


def moved(claim: Claim) -> Iterator[tuple[Span, Span]]:
    """Every unchanged span of the original, and its span in the public copy."""
    ends = [change.end for change in claim.changes]
    grown = [0, *accumulate(len(c.text) - (c.end - c.start) for c in claim.changes)]
    for span in claim.kept:
        yield span, span.shifted(grown[bisect_right(ends, span.start)])


def page_ends(after: str, claim: Claim) -> tuple[Span, ...]:
    """Lines that separate two pages: cancelled banner lines and numbered headings."""
    edits = [span for (_, span), c in zip(placed(claim), claim.changes, strict=True) if _is_line(c)]
    headings = (Span(*match.span()) for match in _HEADING.finditer(after))
    lines = (_whole_line(span, after) for span in (*edits, *headings))
    return tuple(sorted(set(lines)))


def _is_line(change: Change) -> bool:
    return change.withheld is None and change.end > change.start


def _whole_line(span: Span, text: str) -> Span:
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    end = _LINE_END.search(text, span.end)
    return Span(start, end.start() if end else len(text))
