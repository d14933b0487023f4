"""How passages open and end without the signs BEGIN and END."""

from __future__ import annotations

import re

from redact.documents.model import Block, Document
from redact.patterns import pattern
from redact.sources import Span

_LOOK_BACK = 12000
_LONGEST_BRACKET = 2000
_BRACKET = pattern(r"[()\[\]]")
_NUMBER = r"\d{1,3}[.)]?[ \t]{0,8}"
_MARK = r"(?:\([^()\n]{0,24}\)[ \t]{0,8})?"
_NUMBERED = pattern(rf"[^\w\n(]{{0,20}}{_NUMBER}{_MARK}")
_ANNOUNCED = pattern(
    r"(?i)\btext\b[^.:]{0,80}\bfollows?\b|\bfollow(?:s|ing)\b[^.:]{0,80}\btext\b|\bquote\b"
)


def announced_text(document: Document) -> int | None:
    """Offset of the first words announcing a text, as in older telegrams without BEGIN TEXT.

    Searched only when there is an END TEXT that closes nothing.
    """
    if not any(block.kind == "text" and block.opened is None for block in document.blocks):
        return None
    match = _ANNOUNCED.search(document.text)
    return match.start() if match else None


def has_heading(kind: str, closed: Span, text: str) -> bool:
    """Whether an earlier heading opens what the sign closes: ``COMMENT`` on a separate line."""
    before = text[max(0, closed.start - _LOOK_BACK) : closed.start]
    heading = re.compile(
        rf"(?im)^[^\w\n(]{{0,20}}(?:{_NUMBER})?{_MARK}(?!end\b)(?:[\w'][\w' ]{{0,30}} )?"
        rf"{re.escape(kind)}s?\b(?: (?:and|&) [\w ]{{4,30}})?[ \t\r]*(?:[^\w\s]|$)"
    )
    return heading.search(before) is not None


def ends_with_bracket(opened: Span, document: Document) -> bool:
    """Whether the sign follows a bracket that is closed later: ``(COMMENT: so it is.)``."""
    text = document.text
    before = text[max(0, opened.start - 8) : opened.start].rstrip()
    if not before.endswith(("(", "[")):
        return False
    depth = 1
    for bracket in _BRACKET.finditer(text, opened.end, opened.end + _LONGEST_BRACKET):
        depth += 1 if bracket[0] in "([" else -1
        if depth == 0:
            return True
    return False


def opens_paragraph(block: Block, document: Document, *, numbered: bool) -> bool:
    """Whether the block opens a paragraph or, unless ``numbered``, any line."""
    if block.opened is None:
        return False
    line, _ = document.source.line_col(block.opened.start)
    start = document.source.line_start(line)
    before = document.text[start : min(block.opened.start, start + 80)]
    return _NUMBERED.fullmatch(before) is not None or (not numbered and not before.strip())


def crosses(block: Block, other: Block) -> bool:
    """Whether ``other`` begins inside ``block`` and ends after it, both signs present."""
    if other.opened is None or other.closed is None or block.closed is None:
        return False
    return block.span.start < other.span.start < block.closed.start < other.closed.start
