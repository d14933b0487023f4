"""Checks that a banner line spells its level out in capitals.

## Why

The abbreviations TS, S, C and U are for portion marks. A banner line must be conspicuous to a
reader who knows nothing of portion marks, so the level stands there in full, in English and in
capitals.

## Example

    TS//SI//NOFORN

*Use instead:*

    TOP SECRET//SI//NOFORN

## Limits

Telegrams write UNCLAS on the classification line and are not examined.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit

ID = "class-banner-abbreviated"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each banner line whose level is abbreviated or not in capitals."""
    levels = examined.register.levels
    abbreviated = {short: level.word for level in levels for short in level.portion}
    words = {level.word for level in levels}
    for banner in examined.document.banners:
        if banner.place == "line":
            continue
        first = " ".join(banner.text.strip().partition("/")[0].split())
        meant = abbreviated.get(first.upper())
        if meant is not None and first.upper() not in words:
            yield Hit(
                span=banner.span,
                message=f"banner line abbreviates {meant}",
                fix=f"write {meant}",
                expected=meant,
            )
        elif first.upper() in words and first != first.upper():
            yield Hit(
                span=banner.span,
                message=f"banner line writes {first.upper()} in small letters",
                fix=f"write {first.upper()}",
                expected=first.upper(),
            )
