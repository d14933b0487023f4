"""Checks that a message whose DE line names a section says so in its text.

## Why

`#0412/01` is the first of several transmissions. When no SECTION line and no page line mentions
sections, either the message was sent whole after all or its other sections are missing from the
copy, and the reader cannot tell which.

## Example

    DE RUEHTV #0412/01 1101131
    C O N F I D E N T I A L TESTVILLE 000412

*Use instead:*

    C O N F I D E N T I A L SECTION 01 OF 02 TESTVILLE 000412

## Limits

Some systems wrote `/01` on every message, so this is a note.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit

ID = "env-section-suffix-unmatched"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the DE line."""
    telegram = examined.document.telegram
    if telegram is None or telegram.de_line is None or telegram.de_line.section is None:
        return
    in_pages = any(heading.section is not None for heading in telegram.page_headings)
    if telegram.sections or in_pages:
        return
    yield Hit(
        span=telegram.de_line.span,
        message=f"DE line names section {telegram.de_line.section}, no other line names a section",
        found=f"/{telegram.de_line.section}",
    )
