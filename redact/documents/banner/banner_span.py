"""Finds the marking on a banner line: a level with its controls, on a line by itself."""

from __future__ import annotations

import re

from redact.documents.banner.classification_line import CONTROLS
from redact.documents.banner.furniture import LONGEST
from redact.documents.head.captions import find_captions
from redact.markings.level import find_level
from redact.markings.parse import parse_marking
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_REMARK = pattern(
    r"[\s.*_/-]*(?:(?:POSS(?:IBLE)?\s+DUPE?|CORRECTED\s+COPY|DUPLICATE|(?-i:[A-Z]{3}\d{4}$))"
    r"[\s.*_/-]*)*",
    re.IGNORECASE,
)
"""What a relay or an archive's print (``SECRET PTQ4455``) appends to a banner line."""


def is_banner(head: str, register: Register) -> bool:
    """Whether a line states a level and nothing else except controls and relay remarks."""
    return banner_span(head, 0, len(head), register) is not None


def banner_span(text: str, start: int, end: int, register: Register) -> Span | None:
    """The span of a banner line's level and controls, ``None`` when it is not a banner line.

    Remarks after them, such as POSS DUPE, are not part of the marking.
    """
    if end - start > LONGEST:
        return None
    words = text[start:end]
    found = find_level(words, register)
    behind = words[found[1].end :] if found else words
    if behind.lstrip().startswith("/") and _is_marking(words, register):
        blanks = len(words) - len(words.lstrip())
        return Span(start + blanks, start + len(words.rstrip()))
    if found is None:
        return None
    here = start + found[1].end
    if not behind.strip():
        return Span(start + found[1].start, here)
    controls = CONTROLS.match(text, here, end)
    captions = find_captions(text, here, end, register)
    if controls:
        here = controls.end()
    elif captions:
        here = captions[-1].span.end
    if not _REMARK.fullmatch(text, here, end):
        # TOP SECRET UMBRA, SECRET NOFORN: the register's words without obliques
        if not (words.isupper() and _is_marking(words, register)):
            return None
        here = start + len(words.rstrip())
    while here > start and text[here - 1].isspace():
        here -= 1
    return Span(start + found[1].start, here)


def _is_marking(words: str, register: Register) -> bool:
    """Whether words are one marking, whatever its separators: ``SECRET / NOFORN``.

    Two levels are words of a sentence, unless a double oblique shows that they are a faulty
    marking.
    """
    reading = parse_marking(words, register, "banner")
    if reading.marking is None or reading.marking.level is None:
        return False
    return "//" in words or all(p.kind != "levels-conflict" for p in reading.problems)
