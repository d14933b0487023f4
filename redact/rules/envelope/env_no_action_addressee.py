"""Checks that the message has an action addressee.

## Why

Somebody must act. A message with FM and INFO lines only has lost its TO line, and with it the
information who was responsible.

## Example

    FM AMEMBASSY TESTVILLE
    INFO RUEHXX/AMEMBASSY PORT EXAMPLE

*Use instead:*

    FM AMEMBASSY TESTVILLE
    TO RUEHC/SECSTATE WASHDC
    INFO RUEHXX/AMEMBASSY PORT EXAMPLE

## Limits

A record whose envelope was stripped is not reported, nor one that repeats another post's message
for information.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.rules.scope import body_text

_REPEATED = pattern(
    r"\A\s*(?:FOL(?:LOWING|L)?|THE FOLLOWING)\b[^.]{0,60}\b(?:REPEAT(?:ED)?|RPT|(?:WAS )?SENT)\b",
    re.IGNORECASE,
)

ID = "env-no-action-addressee"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the FM line or, without one, on the first INFO addressee."""
    telegram = examined.document.telegram
    if telegram is None or telegram.to or _REPEATED.search(body_text(examined.document)):
        return
    info = telegram.info[0] if telegram.info else None
    line = telegram.from_ or info
    if line is not None:
        yield Hit(
            span=line.span,
            message="message names an originator or info addressee but no action addressee",
            fix="add the TO line",
            case="draft" if examined.stage == "draft" else "default",
        )
