"""Checks that repeated header blocks agree.

## Why

When two blocks of one message state different levels, captions, declassification instructions or
authorities, nobody can tell which applies. Text marked under one may be released under the other.

## Example

    C O N F I D E N T I A L TESTVILLE 000412
    E.O. 12958: DECL: 04/20/2019
    …
    C O N F I D E N T I A L TESTVILLE 000412
    E.O. 12958: DECL: 04/20/2029

*Use instead:* the instruction the classifier set, in both.

## Limits

White space and line wrap are ignored. Subject lines alone that differ are a warning. A fact only
one of the blocks states is not reported: later sections often repeat the classification line alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.envelope.header_blocks import differing

ID = "env-header-blocks-conflict"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit on each later block that contradicts the first."""
    telegram = examined.document.telegram
    if telegram is None or not telegram.header_blocks:
        return
    first, *later = telegram.header_blocks
    for block in later:
        names = differing(first, block)
        if names:
            yield Hit(
                span=block.span,
                message=f"header blocks disagree: {', '.join(names)}",
                fix="state the same in every header block",
                related=(Label(first.span, "first header block"),),
                case="subject" if names == ("subject",) else "default",
            )
