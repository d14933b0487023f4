"""Checks that SENSITIVE is not used on a classified document.

## Why

SENSITIVE stands for sensitive but unclassified. On a classified document the caption adds no
protection, and beside the level it looks like another level.

## Example

    C O N F I D E N T I A L TESTVILLE 000412

    SENSITIVE

*Use instead:* the classification line alone.

## Limits

(SBU) portions inside a classified telegram are correct and not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.rules.caption.captions import named

ID = "cap-sensitive-on-classified"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each such caption."""
    document = examined.document
    line = document.classification_line
    if not document.is_classified or line is None:
        return
    for caption in named(document, "SENSITIVE", "SBU"):
        yield Hit(
            span=caption.span,
            message=f"caption is {caption.name}, classification line is {document.level}",
            fix=f"remove {caption.name}",
            found=caption.name,
            related=(Label(line.span, "classification line"),),
        )
