"""Checks that the level of a telegram is spaced out when, and only when, it is classified.

## Why

The spaces between the letters make a classified telegram stand out on a page of capitals. Without
them a level is overlooked; UNCLASSIFIED spaced out is a false alarm.

## Example

    CONFIDENTIAL TESTVILLE 000412

*Use instead:*

    C O N F I D E N T I A L TESTVILLE 000412

## Limits

Only the classification line is checked, not banners that an archive put on its pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.level import find_level
from redact.markings.marking import LEVELS, level_rank

ID = "class-spaced-form"

_US_LEVELS = tuple(level for level in LEVELS if level != "RESTRICTED")


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the first classification line."""
    document = examined.document
    line = next((b for b in document.banners if b.place == "line"), None)
    text = document.text_of(line.span) if line is not None else ""
    found = find_level(text, examined.register)
    if line is None or found is None or found[0] not in _US_LEVELS:
        return
    level, span = found
    written = span.of(text)
    is_spaced = len(written.split()) >= len(level.replace(" ", "")) // 2
    if is_spaced == (level_rank(level) > 0):
        return
    form = " ".join(level.replace(" ", "")) if not is_spaced else "UNCLAS"
    yield Hit(
        span=span.shifted(line.span.start),
        message=f"{level} is {'spaced out' if is_spaced else 'written together'}",
        fix=f"write {form}",
        expected=form,
    )
