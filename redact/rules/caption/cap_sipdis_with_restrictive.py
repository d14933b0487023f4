"""Checks that SIPDIS is not used with a caption that limits distribution.

## Why

SIPDIS posts the message on the interagency network without further review. With NODIS, EXDIS,
STADIS or a channel caption it would post a message that hardly anybody may see.

## Example

    S E C R E T TESTVILLE 000412

    NODIS
    SIPDIS

*Use instead:*

    NODIS

## Limits

NOFORN and SENSITIVE may be used with SIPDIS.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Caption
from redact.findings import Examined, Hit, Label
from redact.markings.register import Register
from redact.rules.caption.captions import captions_of, named

ID = "cap-sipdis-with-restrictive"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on SIPDIS, naming the captions that exclude it."""
    posting = named(examined.document, "SIPDIS")
    limits = [c for c in captions_of(examined.document) if _excludes(c, examined.register)]
    if posting and limits:
        names = tuple(dict.fromkeys(c.name for c in limits))
        limit = "limits" if len(names) == 1 else "limit"
        yield Hit(
            span=posting[0].span,
            message="SIPDIS posts the message to other agencies, "
            f"{' and '.join(names)} {limit} its distribution",
            fix="remove SIPDIS",
            found=" ".join(("SIPDIS", *names)),
            related=tuple(Label(c.span, c.name) for c in limits),
        )


def _excludes(caption: Caption, register: Register) -> bool:
    entry = register.caption(caption.name)
    return entry is not None and bool({"SIPDIS", "*"} & set(entry.excludes))
