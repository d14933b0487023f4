"""Checks that a declassification stamp says by what authority and when.

## Why

The directive asks that a declassified record show the declassification authority, by name and
position or by the title and date of the guide, and the date.

## Example

    DECLASSIFIED

*Use instead:*

    DECLASSIFIED by Ann Example, Director, IPS, on 12 March 2015

## Limits

Whether the person named has the authority is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit

ID = "rel-declass-stamp-incomplete"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every stamp that lacks authority or date; parts of one statement count together."""
    stamps = [stamp for stamp in examined.document.stamps if stamp.kind == "declassified"]
    if not stamps:
        return
    missing = [
        *([] if any(stamp.by or stamp.authority for stamp in stamps) else ["authority"]),
        *([] if any(stamp.on for stamp in stamps) else ["date"]),
    ]
    if missing:
        yield Hit(
            span=stamps[0].span,
            message=f"declassification stamp lacks {' and '.join(missing)}",
            fix="add who declassified the record, or by which guide, and when",
        )
