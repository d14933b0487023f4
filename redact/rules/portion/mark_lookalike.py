"""Checks that levels, captions and marks contain no look-alike, invisible or control characters.

## Why

A mark with a Cyrillic letter in it looks right to the eye and is unknown to every program that
searches for it: a document could pass a filter that way, by accident or by design. The mark is
read as what it looks like, and reported.

## Example

    2. (Ѕ) The picnic is on Friday.   (the letter is Cyrillic)

*Use instead:* `(S)` in plain letters.

## Limits

Typographic dashes and blanks are not reported, nor are accented letters in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.markings.fold import fold
from redact.markings.parse import parse_marking
from redact.sources import Span

ID = "mark-lookalike"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every mark, level or caption that is not in plain characters."""
    document = examined.document
    for span in _places(document):
        text = document.text_of(span)
        disguised = fold(text).disguised
        if not disguised:
            continue
        reading = parse_marking(text, examined.register, "portion")
        known = reading.marking.banner() if reading.marking else None
        yield Hit(
            span=span,
            message="mark holds a look-alike or invisible character"
            + (f", it reads {known}" if known else ""),
            fix="write it in plain letters",
            expected=known,
        )


def _places(document: Document) -> Iterator[Span]:
    for banner in document.banners:
        yield banner.span
    for caption in document.telegram_fields.captions:
        yield caption.span
    for portion in document.portions:
        if portion.mark_span is not None:
            yield portion.mark_span
