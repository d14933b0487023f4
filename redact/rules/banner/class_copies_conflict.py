"""Checks that the copies of one message in a set state the same marking.

## Why

A message kept in two places with two levels cannot be handled correctly in both. Whoever releases
the copy with the lower one gives away what the other protects.

## Example

    C O N F I D E N T I A L TESTVILLE 000412

in one file, and in another

    UNCLAS TESTVILLE 000412

*Use instead:* the marking the originator set, in both.

## Limits

Documents of one set are compared when they have the same message number, year and section. A
different level or handling label is an error; different captions, declassification instructions,
classifiers or reasons are a warning. Subjects and TAGS are not compared, since two scans of one
page differ. A fact that only one copy states is not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.telegram_model import HeaderBlock
from redact.findings import Examined, Hit
from redact.rules.envelope.header_blocks import differing

ID = "class-copies-conflict"

_LEVEL = frozenset({"level", "label"})
_COMPARED = frozenset({"captions", "executive order", "classifier", "reasons"}) | _LEVEL


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the header block, naming the facts that another copy states otherwise."""
    own = _blocks(examined.document)
    for section, block in own.items():
        names = {
            name
            for sibling in examined.siblings
            if (other := _blocks(sibling).get(section)) is not None
            for name in differing(block, other)
            if name in _COMPARED
        }
        if names:
            stated = [name for name, _ in block.facts if name in names]
            yield Hit(
                span=block.span,
                message=f"another copy of this message states a different {', '.join(stated)}",
                fix="find out what the originator set; handle both at the higher level until then",
                case="default" if names & _LEVEL else "other",
            )
            return


def _blocks(document: Document) -> dict[int | None, HeaderBlock]:
    """The first header block of each section of a document."""
    blocks: dict[int | None, HeaderBlock] = {}
    for block in document.telegram_fields.header_blocks:
        blocks.setdefault(block.section, block)
    return blocks
