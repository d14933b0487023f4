"""Checks that the REF line does not reveal telegrams of limited distribution.

## Why

A reference to a NODIS, EXDIS or STADIS telegram shows everyone on the wider distribution that it
exists, from whom and when.

## Example

    SIPDIS
    REF: STATE 12345 (EXDIS)

*Use instead:* no reference, or on this telegram the same caption or a narrower one.

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
    """A hit for each reference of a narrower distribution than this telegram's."""
    telegram = examined.document.telegram
    if telegram is None:
        return
    entries = map(examined.register.caption, (c.name for c in telegram.captions))
    own = max((entry.restriction for entry in entries if entry), default=0)
    limited = (*_LIMITED, "NOTAL") if examined.stage == "release" else _LIMITED
    for reference in telegram.references:
        captions = [
            caption
            for caption in _captions(reference, examined)
            if caption in limited and _restriction(caption, examined) > own
        ]
        if captions:
            yield Hit(
                span=reference.span,
                message=f"reference is {captions[0]}, this telegram is not restricted to match",
                fix="drop the reference, or restrict this telegram too",
                found=captions[0],
            )


def _restriction(caption: str, examined: Examined) -> int:
    """How narrow the distribution is; NOTAL, which limits nothing by itself, counts as 1."""
    entry = examined.register.caption(caption)
    return max(entry.restriction if entry else 0, 1)


def _captions(reference: Reference, examined: Examined) -> list[str]:
    known = list(reference.captions)
    for sibling in examined.siblings:
        number = sibling.telegram.message_number if sibling.telegram else None
        if sibling.telegram and number and number.id and number.id == reference.id:
            known += [caption.name for caption in sibling.telegram.captions]
    return known
