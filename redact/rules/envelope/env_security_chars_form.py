"""Checks that the security characters are one letter that stands for a level.

## Why

The letter of FL4 decides which circuits the message may use, and is written five times so that
garbling is noticed. Mixed letters cannot be trusted. Three letters may be followed by a two-letter
transmission release code; `AAAAA` (SIOP-ESI) or `BBBBB` (SPECAT) may follow an oblique.

## Example

    ZNY CCSCC ZZH

*Use instead:*

    ZNY CCCCC ZZH

## Limits

Which operating signals may follow is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.envelope.security_level import level_of_character

ID = "env-security-chars-form"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on FL4."""
    telegram = examined.document.telegram
    if telegram is None or telegram.operating_signal is None:
        return
    line = telegram.operating_signal
    special = [letter * 5 for letter in examined.register.security_special]
    if line.security is None:
        wrong = "security characters are not one letter written five times"
    elif level_of_character(line.security, examined.register) is None:
        wrong = "security characters stand for no level"
    elif line.special is not None and line.special not in special:
        wrong = f"group after the oblique is not one of {' '.join(special)}"
    else:
        return
    yield Hit(span=line.span, message=wrong, expected="TTTTT SSSSS CCCCC EEEEE UUUUU")
