"""Checks that a telegram ends with the surname of the signing official.

## Why

The signature says who is responsible for the telegram; under E.O. 12356 it also names the
classifier.

## Example

    3. (U) The picnic is on Friday.

    BT

*Use instead:* `SAMPLE` on the line after the last paragraph.

## Limits

Only the last section of a telegram is signed, messages of the armed forces are not, and publishers
sometimes remove the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.scope import has_classification_line, last_line, missing_sections

ID = "signature-missing"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit at the end of the last portion of an unsigned telegram."""
    document = examined.document
    telegram = document.telegram
    body = [p for p in document.portions if p.kind not in ("subject", "title")]
    if document.kind == "military" or telegram is None or telegram.signature or not body:
        return
    if not has_classification_line(document) or missing_sections(document):
        return
    yield Hit(
        span=last_line(document.source, body[-1].text_span.end),
        message="telegram ends without the surname of the signing official",
        fix="add the signature",
    )
