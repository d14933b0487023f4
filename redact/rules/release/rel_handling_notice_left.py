"""Checks that handling captions and notices are no longer live in a public copy.

## Why

A caption such as SENSITIVE or NODIS and a sentence such as *Not for public Internet* still tell the
reader to keep the text from the public. On a public copy they must be cancelled or superseded.

## Example

    UNCLAS TESTVILLE 000179

    SENSITIVE

*Use instead:* a statement of release above the captions.

## Limits

SIPDIS and other words on posting, subject or format limit nothing and are not reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.release.decision import is_superseded
from redact.rules.scope import body_text
from redact.sources import Span

ID = "rel-handling-notice-left"

_LIMITING = ("distribution", "dissem", "administrative", "channel", "addressee", "military")
_NOTICE = pattern(
    r"\bnot\s+for\s+(?:the\s+)?(?:public\s+(?:internet|release|distribution|dissemination)|internet"
    r"\s+(?:publication|distribution|posting))\b"
    r"|\b(?:please\s+)?(?:protect|handle)\s+accordingly\b"
    r"|\b(?:for\s+official\s+use\s+only|no\s+distribution\s+outside)\b"
    r"|\bnot\s+releasable\s+to\b",
    re.IGNORECASE,
)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every such caption, notice and label still live."""
    document = examined.document
    if is_superseded(document):
        return
    captions = document.telegram_fields.captions
    for caption in captions:
        if caption.kind in _LIMITING and caption.name != "EFTO":  # that is for the circuits
            yield Hit(
                span=caption.span,
                message=f"caption {caption.name} is still live in a public copy",
                fix="add the statement of release, or cancel the caption",
                found=caption.name,
            )
    for field in document.handling:
        if examined.register.label(field.text) is not None:
            yield Hit(
                span=field.span,
                message=f"{field.text} is still live in a public copy",
                fix="add the statement of release, or cancel the label",
                found=field.text,
            )
    for match in _NOTICE.finditer(body_text(document)):
        yield Hit(
            span=Span(*match.span()),
            message="handling notice is still live in a public copy",
            fix="add the statement of release, or cancel the notice",
        )
