"""Checks that the operating signal allows what the security characters say.

## Why

`ZNR` allows a message to be sent in the clear, `ZNY` requires encryption on every circuit. `ZNR`
with the letter of a classified level, or with E (encrypt for transmission only), sends protected
text in the clear. `ZNY UUUUU` protects more than needed, as service traffic does.

## Example

    ZNR CCCCC ZZH

*Use instead:*

    ZNY CCCCC ZZH

## Limits

Security characters that are not one letter are reported by `env-security-chars-form` only.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit

ID = "env-opsig-vs-level"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on FL4."""
    telegram = examined.document.telegram
    if telegram is None or telegram.operating_signal is None:
        return
    line = telegram.operating_signal
    if line.security is None:
        return
    group = line.security * 5
    if line.signal == "ZNR" and line.security != "U":
        yield Hit(
            span=line.span,
            message=f"operating signal ZNR sends in the clear, security characters are {group}",
            fix="use ZNY, or correct the security characters",
            expected="ZNY",
            found="ZNR",
        )
    elif line.signal == "ZNY" and line.security == "U":
        yield Hit(
            span=line.span,
            message=f"operating signal ZNY demands encryption, security characters are {group}",
            expected="ZNR",
            found="ZNY",
            case="service",
        )
