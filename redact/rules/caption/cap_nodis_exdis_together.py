"""Checks that NODIS and EXDIS are not used together.

## Why

EXDIS limits distribution to offices that need to act; NODIS allows none beyond the addressee
without permission of the Executive Secretary. A document cannot be both, and whoever follows EXDIS
shows a NODIS message to offices that may not see it.

## Example

    S E C R E T TESTVILLE 000412

    NODIS
    EXDIS

*Use instead:*

    NODIS

## Limits

A caption quoted with a reference, as in `STATE 12345 (EXDIS)`, is not one of the document's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.caption.captions import named
from redact.rules.marks import read_marks

ID = "cap-nodis-exdis-together"

_BOTH = ("NODIS", "EXDIS")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the second of the two captions, and one on each marking that holds both."""
    document = examined.document
    captions = named(document, *_BOTH)
    second = next((c for c in captions[1:] if c.name != captions[0].name), None)
    if second is not None:
        yield Hit(
            span=second.span,
            message="document is NODIS and EXDIS",
            fix="keep NODIS, the more restrictive, unless the originator says otherwise",
            found="NODIS EXDIS",
            related=(Label(captions[0].span, captions[0].name),),
        )
    for mark, marking in read_marks(examined):
        if set(_BOTH) <= set(marking.non_ic):
            yield Hit(
                span=mark.span,
                message="one marking is NODIS and EXDIS",
                fix="keep NODIS, the more restrictive, unless the originator says otherwise",
                found="NODIS EXDIS",
            )
