"""Checks whether the REF line reveals telegrams of limited distribution.

## Why

A reference to a NODIS, EXDIS or STADIS telegram tells everyone on the wider distribution that it
exists, from whom and when.

## Example

    SIPDIS
    REF: STATE 12345 (EXDIS)

*Use instead:* no reference, or the same caption on this telegram.

## Limits

Captions are read from the REF line, and from the telegram itself when it is in the set. NOTAL (not
to all addressees) is reported only in a public copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Reference
from redact.findings import Examined, Hit

ID = "ref-restricted-caption"

_LIMITED = ("NODIS", "EXDIS", "STADIS")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each reference with a caption this telegram does not bear."""
    telegram = examined.document.telegram
    if telegram is None:
        return
    own = {caption.name for caption in telegram.captions}
    limited = (*_LIMITED, "NOTAL") if examined.stage == "release" else _LIMITED
    for reference in telegram.references:
        captions = [c for c in _captions(reference, examined) if c in limited and c not in own]
        if captions:
            yield Hit(
                span=reference.span,
                message=f"reference is {captions[0]}, this telegram is not",
                fix="drop the reference, or limit this telegram too",
                found=captions[0],
            )


def _captions(reference: Reference, examined: Examined) -> list[str]:
    known = list(reference.captions)
    for sibling in examined.siblings:
        number = sibling.telegram.message_number if sibling.telegram else None
        if sibling.telegram and number and number.id and number.id == reference.id:
            known += [caption.name for caption in sibling.telegram.captions]
    return known
