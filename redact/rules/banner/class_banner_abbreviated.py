"""Checks that a banner line spells its level out in capitals.

## Why

The abbreviations TS, S, C and U are for portion marks. A banner line must be conspicuous to a
reader who knows nothing of portion marks, so the level is written there in full, in English and in
capitals.

## Example

    TS//SI//NOFORN

*Use instead:*

    TOP SECRET//SI//NOFORN

## Limits

Telegrams have UNCLAS on the classification line and are not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.banner.level_words import abbreviated_level
from redact.rules.banner.unread_line import lines_in_place
from redact.sources import Span

ID = "class-banner-abbreviated"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each banner line whose level is abbreviated or not in capitals."""
    document, register = examined.document, examined.register
    if document.telegram is not None:
        return
    words = {level.word for level in register.levels}
    for span in lines_in_place(document, register):
        text = document.text_of(span)
        first = " ".join(text.partition("/")[0].split())
        meant = abbreviated_level(text, register)
        if meant is not None:
            yield _hit(span, f"banner line abbreviates {meant}", meant)
        elif first.upper() in words and first != first.upper():
            yield _hit(span, f"banner line writes {first.upper()} in small letters", first.upper())


def _hit(span: Span, message: str, level: str) -> Hit:
    return Hit(span=span, message=message, fix=f"write {level}", expected=level)
