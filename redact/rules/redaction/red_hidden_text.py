"""Checks that a public copy holds no hidden text.

## Why

Characters without width, text that runs the other way, overstruck characters and hidden markup
contain words that the eye does not see and a search finds.

## Example

    The pump<span style="display:none"> of the ministry</span> works.

*Use instead:* the visible text only.

## Limits

Plain text only; layers, annotations and revisions of other formats need their own readers. Soft
hyphens, and the joiners that Arabic and Indic scripts need inside words, are ordinary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.sources import Span

ID = "red-hidden-text"

_INVISIBLE = pattern(
    "[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f]+"
)
_JOINERS = pattern("[\u200c\u200d]+")
_CONTROLS = pattern(r"[\x08\x1b\x7f]+|(?<=[^\r\n])\r(?=[^\r\n])")
_MARK_UP = pattern(
    r"<!--.{0,10000}?-->"
    r"|<(\w+)\b[^<>]{0,300}?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0"
    r"|color\s*:\s*(?:#fff(?:fff)?\b|white))[^<>]{0,300}>.{0,10000}?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every hidden stretch."""
    text = examined.document.source.text
    for match in _INVISIBLE.finditer(text):
        yield _hit(Span(*match.span()), "zero-width characters")
    for match in _JOINERS.finditer(text):
        if not _joins(text, match.start(), match.end()):
            yield _hit(Span(*match.span()), "zero-width characters")
    # A file whose lines end in CR alone has no overwritten lines.
    overwrites = "\n" in text
    for match in _CONTROLS.finditer(text):
        if match[0] != "\r" or overwrites:
            yield _hit(Span(*match.span()), "control characters that overwrite or hide")
    for match in _MARK_UP.finditer(text):
        yield _hit(Span(*match.span()), "hidden mark-up")


def _joins(text: str, start: int, end: int) -> bool:
    """Whether a joiner is between letters of a script that joins them."""
    around = text[start - 1 : start] + text[end : end + 1]
    return len(around) == 2 and all(unicodedata.category(c) in ("Lo", "Mn", "Mc") for c in around)


def _hit(span: Span, what: str) -> Hit:
    return Hit(
        span=span,
        message=f"hidden text: {what}",
        fix="remove it from the copy",
        found=what,
    )
