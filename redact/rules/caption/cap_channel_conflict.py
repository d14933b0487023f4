"""Checks that a message has one channel caption, and no other where the channel requires it.

## Why

A channel caption takes the message out of the usual distribution and gives it to the few readers of
that channel. Two channels mean two groups of readers, one of them wrong. AGREMENT and DIRGEN
messages have no other caption at all.

## Example

    C O N F I D E N T I A L TESTVILLE 000412

    AGREMENT CHANNEL
    NODIS

*Use instead:*

    AGREMENT CHANNEL

## Limits

SENSITIVE beside a channel that allows it is not reported; SIPDIS beside a channel is, by
`cap-sipdis-with-restrictive`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.telegram_model import Caption
from redact.findings import Examined, Hit, Label
from redact.markings.register import Register
from redact.rules.caption.captions import captions_of

ID = "cap-channel-conflict"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each caption that is not allowed with the first channel caption."""
    captions, register = captions_of(examined.document), examined.register
    channels = [c for c in captions if c.kind == "channel"]
    if not channels:
        return
    channel = next((c for c in channels if _stands_alone(c, register)), channels[0])
    for caption in captions:
        if caption.name == channel.name or (
            caption.kind != "channel" and not _stands_alone(channel, register)
        ):
            continue
        # An administrative label is the unclassified telegram's protection, not distribution.
        if caption.kind == "administrative":
            continue
        yield Hit(
            span=caption.span,
            message=f"{caption.name} appears with {channel.name}",
            fix=f"keep {channel.name} alone, or send two messages",
            found=f"{channel.name} {caption.name}",
            related=(Label(channel.span, channel.name),),
        )


def _stands_alone(caption: Caption, register: Register) -> bool:
    entry = register.caption(caption.name)
    return entry is not None and "*" in entry.excludes
