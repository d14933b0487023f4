"""Checks that OFFICIAL INFORMAL and EYES ONLY captions are complete.

## Why

OFFICIAL INFORMAL messages are routed by their subject line, so the caption is repeated there. EYES
ONLY is for a person: without a name nobody knows for whom.

## Example

    C O N F I D E N T I A L TESTVILLE 000412

    OFFICIAL INFORMAL
    SUBJECT: PUMP TEST

*Use instead:*

    SUBJECT: OFFICIAL INFORMAL: PUMP TEST

## Limits

A recipient is looked for on the line of the caption and on the attention lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.telegram_model import Caption, Telegram
from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.rules.caption.captions import named

ID = "cap-official-informal"

_INFORMAL = pattern(r"\bOFFICIAL[ -]INFORMAL\b|\bO-I\b", re.IGNORECASE)
_RECIPIENT = pattern(r"\b(?:FOR|FROM)\s+\S", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each of the two captions that is incomplete."""
    telegram = examined.document.telegram
    if telegram is None:
        return
    subject = telegram.subject
    for caption in named(examined.document, "OFFICIAL INFORMAL"):
        if subject is not None and not _INFORMAL.search(subject.text):
            yield Hit(
                span=caption.span,
                message="caption is OFFICIAL INFORMAL, subject line does not say so",
                fix="repeat OFFICIAL INFORMAL on the subject line",
                expected="OFFICIAL INFORMAL",
                related=(Label(subject.span, "subject"),),
            )
    for caption in named(examined.document, "EYES ONLY"):
        if not _names_recipient(caption, telegram, examined):
            yield Hit(
                span=caption.span,
                message="caption is EYES ONLY, no line names a recipient",
                fix="name the recipient: EYES ONLY FOR …",
            )


def _names_recipient(caption: Caption, telegram: Telegram, examined: Examined) -> bool:
    source = examined.document.source
    own_line = source.line_text(source.line_col(caption.span.start)[0])
    lines = (own_line, *(line.text for line in (*telegram.attention, *telegram.passing)))
    return any(_RECIPIENT.search(line) for line in lines)
