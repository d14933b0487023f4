"""Checks that captions are on separate lines, the most restrictive first.

## Why

Special handling, NODIS or a channel, comes directly after the message number, so that those who may
not read the message stop there.

## Example

    SENSITIVE
    EXDIS

*Use instead:*

    EXDIS
    SENSITIVE

## Limits

SIPDIS and SENSITIVE may be in either order. Captions that say what the message is about, such as
CODEL, have no order. Telegrams before 2004 are not checked: the order was prescribed later, and
records of the 1970s put STADIS before EXDIS.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.documents.telegram_model import Caption
from redact.findings import Examined, Hit, Label
from redact.markings.register import Register
from redact.rules.caption.captions import captions_of

ID = "cap-order"

_ORDERED_SINCE = datetime.date(2004, 1, 1)  # first edition of the handbook that orders captions

_SPECIAL_HANDLING = ("distribution", "channel")
_ORDERED = (*_SPECIAL_HANDLING, "dissem", "administrative", "posting")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each special handling caption out of place, and on the second of a line."""
    document, register = examined.document, examined.register
    if document.date is not None and document.date < _ORDERED_SINCE:
        return
    captions = [c for c in captions_of(document) if c.kind in _ORDERED]
    first: dict[int, Caption] = {}  # by restriction, in order of place
    for index, caption in enumerate(captions):
        own = _restriction(caption, register)
        before = next((c for restriction, c in first.items() if restriction < own), None)
        first.setdefault(own, caption)
        if caption.kind in _SPECIAL_HANDLING and before:
            yield Hit(
                span=caption.span,
                message=f"{caption.name} comes after {before.name}, which is less restrictive",
                fix=f"put {caption.name} first",
                related=(Label(before.span, before.name),),
            )
        elif (
            index
            and _line(captions[index - 1], examined)
            == document.source.line_col(caption.span.start)[0]
        ):
            yield Hit(
                span=caption.span,
                message=f"{caption.name} is on the same line as {captions[index - 1].name}",
                fix="put each caption on a line of its own",
            )


def _line(caption: Caption, examined: Examined) -> int:
    return examined.document.source.line_col(caption.span.start)[0]


def _restriction(caption: Caption, register: Register) -> int:
    entry = register.caption(caption.name)
    return entry.restriction if entry is not None else 0
