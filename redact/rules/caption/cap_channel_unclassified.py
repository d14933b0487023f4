"""Checks that an AGREMENT message is classified or sensitive.

## Why

The name of an ambassador-designate is confidential between two governments until the host agrees.
An AGREMENT message is classified, or at least sensitive but unclassified.

## Example

    UNCLAS TESTVILLE 000412

    AGREMENT CHANNEL

*Use instead:*

    C O N F I D E N T I A L TESTVILLE 000412

    AGREMENT CHANNEL

## Limits

Other channels are not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.caption.captions import (
    captions_of,
    labelled_portions,
    states_sensitive,
)

ID = "cap-channel-unclassified"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the channel caption."""
    document = examined.document
    line = document.classification_line
    if document.level != "UNCLASSIFIED" or line is None:
        return
    if states_sensitive(document) or labelled_portions(document, examined.register):
        return
    for caption in captions_of(document):
        entry = examined.register.caption(caption.name)
        if caption.kind == "channel" and entry is not None and entry.needs_control:
            yield Hit(
                span=caption.span,
                message=f"{caption.name} message is UNCLASSIFIED without SENSITIVE",
                fix="state the level, or add SENSITIVE",
                related=(Label(line.span, "classification line"),),
            )
            return
