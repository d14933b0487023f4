"""Checks that every deletion label is closed and not nested in another.

## Why

Where a label does not end, nobody can tell what was withheld from what was released, and programs
that count deletions miscount.

## Example

    [B6 the minister said that the pump works.

*Use instead:* `[B6] the minister said that the pump works.`

## Limits

Only brackets that open with an exemption code are labels; `[sic]` and `[Note: …]` are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.sources import Span

ID = "red-marker-malformed"

_CODE = r"(?:\(b\)\s?\(\d\)|\(?b\)?[( ]?\d\b\)?|1\.[45]\s?\([a-h]\)|25X\d)"
_OPENED = pattern(rf"\[\s?(?:FOIA\s?)?{_CODE}[^\[\]\n]*", re.IGNORECASE)
_NESTED = pattern(rf"\[\s?(?:FOIA\s?)?{_CODE}[^\[\]\n]*\[[^\[\]\n]*\][^\[\]\n]*\]", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every label that is not closed on its line, or holds another."""
    text = examined.document.source.text
    nested = [Span(*match.span()) for match in _NESTED.finditer(text)]
    for span in nested:
        yield Hit(
            span=span,
            message="a label stands inside another label",
            fix="write one label with all its exemptions",
        )
    for match in _OPENED.finditer(text):
        span = Span(*match.span())
        if text[span.end : span.end + 1] != "]" and not any(n.overlaps(span) for n in nested):
            yield Hit(
                span=Span(span.start, span.start + len(match[0].rstrip())),
                message="a label is opened and not closed on its line",
                fix="close the bracket where the deletion ends",
            )
