"""Checks that EFTO is used only on an unclassified message that is encrypted.

## Why

EFTO says: unclassified, but encrypt for transmission. A classified message is encrypted anyway, so
EFTO there contradicts its level. With operating signal ZNR the message may be sent in the clear,
which is the one thing EFTO forbids.

## Example

    ZNR UUUUU ZZH
    …
    UNCLAS E F T O TESTVILLE 000412

*Use instead:*

    ZNY EEEEE ZZH

## Limits

In a record without FL4 only the first contradiction is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.caption.captions import named
from redact.rules.efto import EFTO, says_efto

ID = "cap-efto-misuse"


def check(examined: Examined) -> Iterator[Hit]:
    """Hits on EFTO in a classified message and on an FL4 that permits sending in the clear."""
    document = examined.document
    line = document.classification_line
    if document.telegram is None or line is None or not says_efto(document):
        return
    captions = named(document, EFTO)
    place = captions[0].span if captions else line.span
    if document.is_classified:
        yield Hit(
            span=place,
            message=f"EFTO is for unclassified messages, classification line is {document.level}",
            fix="remove EFTO",
            found="EFTO",
            related=(Label(line.span, "classification line"),),
        )
    signal = document.telegram.operating_signal
    if signal is not None and signal.signal == "ZNR":
        yield Hit(
            span=signal.span,
            message="EFTO demands encryption, operating signal ZNR sends in the clear",
            fix="write ZNY EEEEE",
            expected="ZNY",
            found="ZNR",
            related=(Label(place, "EFTO"),),
        )
