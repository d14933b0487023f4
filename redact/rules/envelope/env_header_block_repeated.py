"""Checks that the header block is not repeated unchanged.

## Why

A retransmission or a spliced copy repeats the lines from the classification line to the authority
line. The repeat adds nothing, but a reader should know that it is one: what other rules find in it
is reported at the first block only.

## Example

    C O N F I D E N T I A L TESTVILLE 000412
    SIPDIS
    E.O. 12958: DECL: 04/20/2019
    Classified By: DCM Ann Example, Reason 1.4 (d)

    C O N F I D E N T I A L TESTVILLE 000412
    SIPDIS
    E.O. 12958: DECL: 04/20/2019
    Classified By: DCM Ann Example, Reason 1.4 (d)

*Use instead:* the block once.

## Limits

A block that begins another SECTION is not a repeat and is not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.header_blocks import differing, is_another_message, is_new_section

ID = "env-header-block-repeated"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each unchanged repeat of the first header block."""
    telegram = examined.document.telegram
    if telegram is None or not telegram.header_blocks:
        return
    first, *later = telegram.header_blocks
    for block in later:
        new = is_new_section(first, block) or is_another_message(first, block)
        if not new and not differing(first, block):
            yield Hit(
                span=block.span,
                message="header block is repeated unchanged",
                related=(Label(first.span, "first header block"),),
            )
