"""Checks that the security characters agree with the classification line.

## Why

Communications centers route by FL4 and never read the text. When its letter stands for less than
the classification line, a classified message goes over circuits not approved for it. When it stands
for more, the message was probably downgraded on one line only.

## Example

    ZNR UUUUU ZZH
    O 201131Z APR 09
    C O N F I D E N T I A L TESTVILLE 000412

*Use instead:*

    ZNY CCCCC ZZH

## Limits

SENSITIVE is not a level: State sends sensitive but unclassified text under `ZNR UUUUU`. Published
copies without FL4 are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.security_level import (
    level_of_character,
    rank,
    stated_level,
)

ID = "env-security-chars-vs-classline"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on FL4; case ``higher`` when it protects more than the line requires."""
    document = examined.document
    signal = document.telegram_fields.operating_signal
    stated = stated_level(document)
    line = document.classification_line
    if signal is None or signal.security is None or stated is None or line is None:
        return
    carried = level_of_character(signal.security, examined.register)
    if carried is None or carried == stated:
        return
    yield Hit(
        span=signal.span,
        message=f"security characters are {carried}, classification line is {stated}",
        fix="make FL4 and the classification line agree; the higher level holds until then",
        expected=stated,
        found=carried,
        related=(Label(line.span, "classification line"),),
        case="higher" if rank(carried) > rank(stated) else "default",
    )
