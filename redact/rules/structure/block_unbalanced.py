"""Checks that summaries, comments, notes and quoted texts are closed exactly once.

## Why

The end sign shows where the post's own opinion or another government's words stop. Without it the
rest of the telegram reads as comment, or as quotation.

## Example

    3. (C) COMMENT: The pump will last.
    4. (U) The picnic is on Friday.

*Use instead:* `… will last. END COMMENT.`

## Limits

A comment may run over several paragraphs, continued by COMMENT CONTINUED. A passage in brackets
ends with its bracket, and ACTION REQUEST needs no end. A summary that opens a numbered
paragraph gives a note, and so do FYI and a comment that opens the last paragraph: no paragraph
follows that could be taken for comment. In telegrams older than the handbook's signs (1995) a
summary, comment or note that begins a line is that paragraph and needs no end; the same holds for
headings such as `Biographic note:` at any time, and for the fields of military reports.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.documents.model import Block, Document
from redact.findings import Examined, Hit
from redact.rules.scope import body_text
from redact.rules.structure.block_signs import (
    announced_text,
    crosses,
    ends_with_bracket,
    has_heading,
    opens_paragraph,
)

ID = "block-unbalanced"
PARAMS = {"signs_since": datetime.date(1995, 1, 1)}

_NEIGHBOURS = 50


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each sign without its counterpart and for blocks that cross."""
    document = examined.document
    blocks = document.blocks
    announced = announced_text(document)
    text = body_text(document) if blocks else ""
    for index, block in enumerate(blocks):
        following = blocks[index + 1 : index + 1 + _NEIGHBOURS]
        word = block.kind.upper()
        if block.opened is None and block.closed is not None:
            if block.kind == "text" and announced is not None and announced < block.closed.start:
                continue
            if has_heading(block.kind, block.closed, text):
                continue
            yield Hit(
                span=block.closed,
                message=f"{word} is closed here but was never opened",
                fix=f"put the opening sign before the {block.kind}, or remove this one",
            )
        elif block.closed is None and block.opened is not None:
            if document.kind == "military":
                continue  # SUMMARY: and COMMENTS: are fields of its reports
            if ends_with_bracket(block.opened, document) or _is_heading(block, examined):
                continue
            yield Hit(
                span=block.opened,
                message=f"{word} is opened here and never closed",
                fix=f"add END {word} where it ends",
                expected=f"END {word}",
                case=_case(block, examined),
            )
        elif crossed := next((other for other in following if crosses(block, other)), None):
            yield Hit(
                span=block.closed or block.span,
                message=f"{word} ends inside {crossed.kind.upper()}, which began within it",
                fix="close the inner passage first",
            )


def _is_heading(block: Block, examined: Examined) -> bool:
    """Whether a sign heads its paragraph, which is then all of the passage.

    That was the practice before there were END signs, and is that of headings such as
    ``Biographic note:``.
    """
    day = examined.document.date
    old = day is not None and day < examined.params["signs_since"]
    if block.continued or not opens_paragraph(block, examined.document, numbered=not old):
        return False
    if old:
        return block.kind in ("summary", "comment", "note", "fyi")
    words = examined.document.text_of(block.opened or block.span).split()
    return block.kind == "note" and len(words) > 1 and words[0].upper() != "BEGIN"


def _case(block: Block, examined: Examined) -> str:
    document = examined.document
    if block.kind == "fyi":
        return "one-paragraph"
    if block.continued or not opens_paragraph(block, document, numbered=True):
        return "default"
    if block.kind == "summary" or (block.kind == "comment" and _is_last(block, document)):
        return "one-paragraph"
    return "default"


def _is_last(block: Block, document: Document) -> bool:
    """Whether no paragraph begins after the opening sign."""
    return not any(
        portion.kind == "paragraph" and portion.span.start > block.span.start
        for portion in document.portions
    )
