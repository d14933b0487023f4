"""Checks that a file contains one message only.

## Why

Level, captions, date and authority of a message apply to that message only. If a second one follows
in the same file, its text would be judged and released under the header of the first.

## Example

    C O N F I D E N T I A L TESTVILLE 000412
    …
    S E C R E T PORT EXAMPLE 000077

*Use instead:* one file for each message.

## Limits

Sections of one message have the same number and belong together. A message quoted between QUOTE
and UNQUOTE, or BEGIN TEXT and END TEXT, is text of the message that quotes it. So is one that is
forwarded whole, its header after the other's with QUOTE or REPEAT between them, if its level is the
same.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.header_blocks import is_sent_on

ID = "env-several-messages"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for each other number, on the first header block with it."""
    telegram = examined.document.telegram
    blocks = [b for b in telegram.header_blocks if b.number] if telegram else []
    seen = {blocks[0].number} if blocks else set()
    for block in blocks[1:]:
        if block.number not in seen and not is_sent_on(blocks[0], block, examined.document):
            seen.add(block.number)
            yield Hit(
                span=block.span,
                message=f"header has number {block.number}, first header {blocks[0].number}",
                fix="split the file, one message in each",
                related=(Label(blocks[0].span, "first header block"),),
            )
