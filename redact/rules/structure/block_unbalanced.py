"""Checks that summaries, comments, notes and quoted texts that are opened are closed, and once.

## Why

The end sign tells where the post's own opinion or another government's words stop. Without it the
rest of the telegram reads as comment, or as quotation.

## Example

    3. (C) COMMENT: The pump will last.
    4. (U) The picnic is on Friday.

*Use instead:* `… will last. END COMMENT.`

## Limits

A comment may run over several paragraphs, continued by COMMENT CONTINUED. A passage in brackets
ends with its bracket, and ACTION REQUEST needs no end. A summary that opens a numbered
paragraph gives a note; in telegrams older than the handbook's signs (1995) so do comments and notes
that begin a line. FYI gives a note always.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from redact.documents.model import Block, Document
from redact.findings import Examined, Hit
from redact.rules.scope import main_paragraphs
from redact.sources import Span

ID = "block-unbalanced"
_LONGEST_BRACKET = 4000
_LOOK_BACK = 12000
_NEIGHBOURS = 50
# Before a heading: dashes, a paragraph number, a mark.
_LEAD = r"[^\w\n(]{0,20}(?:\d{1,3}[.)]?[ \t]{0,8})?(?:\([^()\n]{0,24}\)[ \t]{0,8})?"
_ANNOUNCED = re.compile(
    r"(?i)\btext\b[^.:]{0,80}\bfollows?\b|\bfollow(?:s|ing)\b[^.:]{0,80}\btext\b|\bquote\b"
)

PARAMS = {"signs_since": datetime.date(1995, 1, 1)}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each sign without its counterpart and for blocks that cross."""
    blocks = examined.document.blocks
    for index, block in enumerate(blocks):
        following = blocks[index + 1 : index + 1 + _NEIGHBOURS]
        word = block.kind.upper()
        if block.opened is None and block.closed is not None:
            if _is_announced(block.kind, block.closed, examined.document):
                continue
            yield Hit(
                span=block.closed,
                message=f"{word} is closed here, but not open",
                fix=f"put the opening sign before the {block.kind}, or remove this one",
            )
        elif block.closed is None and block.opened is not None:
            if _ends_with_bracket(block.opened, examined.document):
                continue
            yield Hit(
                span=block.opened,
                message=f"{word} is opened here and never closed",
                fix=f"put END {word} where it ends",
                expected=f"END {word}",
                case=_case(block, examined),
            )
        elif crossed := next((other for other in following if _crosses(block, other)), None):
            yield Hit(
                span=block.closed or block.span,
                message=f"{word} ends inside {crossed.kind.upper()}, which began within it",
                fix="close the inner passage first",
            )


def _is_announced(kind: str, closed: Span, document: Document) -> bool:
    """Whether a heading or words before it open what the sign closes: ``TEXT FOLLOWS``."""
    before = document.source.text[max(0, closed.start - _LOOK_BACK) : closed.start]
    if kind == "text" and _ANNOUNCED.search(before):
        return True
    word = re.escape(kind)
    heading = rf"(?im)^{_LEAD}(?:[\w'][\w' ]{{0,30}} )?{word}s?\b[ \t]*(?:[^\w\s]|$)"
    return re.search(heading, before) is not None


def _ends_with_bracket(opened: Span, document: Document) -> bool:
    """Whether the sign stands behind a bracket that is closed: ``(COMMENT: so it is.)``."""
    text = document.source.text
    before = text[max(0, opened.start - 8) : opened.start].rstrip()
    if not before.endswith(("(", "[")):
        return False
    depth = 1
    for character in text[opened.end : opened.end + _LONGEST_BRACKET]:
        depth += (character in "([") - (character in ")]")
        if depth == 0:
            return True
    return False


def _case(block: Block, examined: Examined) -> str:
    document = examined.document
    old = document.date is not None and document.date < examined.params["signs_since"]
    if block.kind == "fyi":
        return "one-paragraph"
    custom = ("summary", "comment", "note") if old else ("summary",)
    if block.kind in custom and not block.continued and _begins_paragraph(block, document, old):
        return "one-paragraph"
    return "default"


def _begins_paragraph(block: Block, document: Document, unnumbered: bool) -> bool:
    """Whether the block opens a numbered paragraph, or ``unnumbered`` a line of its own."""
    if block.opened is None:
        return False
    text = document.source.text
    line = max(text.rfind("\n", 0, block.opened.start), text.rfind("\r", 0, block.opened.start)) + 1
    if unnumbered and not text[line : block.opened.start].strip():
        return True
    return any(
        portion.span.covers(block.opened)
        and not text[portion.text_span.start : block.opened.start].strip()
        for portion in main_paragraphs(document)
    )


def _crosses(block: Block, other: Block) -> bool:
    """``other`` begins inside ``block`` and ends after it, both with signs at either side."""
    if other.opened is None or other.closed is None or block.closed is None:
        return False
    return block.span.start < other.span.start < block.closed.start < other.closed.start
