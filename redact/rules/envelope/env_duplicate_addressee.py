"""Checks that no addressee is listed twice.

## Why

An addressee in TO and again in INFO does not know whether to act; one listed twice gets the message
twice.

## Example

    TO RUEHC/SECSTATE WASHDC
    INFO RUEHXX/AMEMBASSY PORT EXAMPLE
    RUEHXX/AMEMBASSY PORT EXAMPLE

*Use instead:* each addressee once.

## Limits

Only equal plain-language names are found. In a message of several sections the list of the first is
examined.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Addressee
from redact.findings import Examined, Hit, Label

ID = "env-duplicate-addressee"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for each addressee that is already in one of the lists."""
    telegram = examined.document.telegram
    if telegram is None:
        return
    # Below the first classification line are the addressees of a later section.
    line = examined.document.classification_line
    end = line.span.start if line else len(examined.document.text)
    seen: dict[str, Addressee] = {}
    for addressee in (*telegram.to, *telegram.info):
        if addressee.span.start > end:
            continue
        name = " ".join(addressee.name.upper().split())
        if name in seen:
            yield Hit(
                span=addressee.span,
                message="addressee is listed twice",
                fix="keep the addressee once",
                related=(Label(seen[name].span, "first listed here"),),
            )
        else:
            seen[name] = addressee
