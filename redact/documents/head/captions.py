"""The caption zone: handling captions, attention lines and passing lines."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.documents.head import signs
from redact.documents.lines import fold_space
from redact.documents.telegram_model import Caption
from redact.markings.register import CaptionEntry, Register
from redact.patterns import pattern
from redact.sources import Span

_NO_CAPTION_LINE = frozenset({"reference tag", "body"})
"""Kinds of caption used after a reference or in the text, never on a separate line."""


@lru_cache(maxsize=16)
def _spellings(register: Register) -> tuple[re.Pattern[str], dict[str, CaptionEntry]]:
    """One pattern of every spelling, longest first, and the register entry of each."""
    entries = {
        spelling.upper(): entry
        for entry in register.captions
        if entry.kind not in _NO_CAPTION_LINE
        for spelling in entry.spellings
    }
    words = sorted(entries, key=lambda word: (-len(word), word))
    pattern = "|".join(r"\s+".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?<![A-Z0-9])(?:{pattern or '(?!)'})(?![A-Z0-9])", re.IGNORECASE), entries


CAPTIONS_LABEL = pattern(r"\s*CAPTIONS?\s*:", re.IGNORECASE)
_BETWEEN = pattern(r"[\s/,;:.&*-]*(?:AND\s+)?")


def find_captions(text: str, start: int, end: int, register: Register) -> tuple[Caption, ...]:
    """The consecutive captions from ``start`` up to the first other word."""
    pattern, entries = _spellings(register)
    found: list[Caption] = []
    here = start
    while here < end:
        match = pattern.match(text, _after(text, here, end), end)
        if match is None:
            break
        entry = entries[fold_space(match[0]).upper()]
        found.append(Caption(Span(*match.span()), entry.name, entry.kind))
        here = match.end()
    return tuple(found)


def _after(text: str, here: int, end: int) -> int:
    match = _BETWEEN.match(text, here, end)
    return match.end() if match else here


def is_caption_line(head: str, register: Register) -> bool:
    """Whether a line holds only captions or the section (strokes that fill it up do not count)."""
    if not head or len(head) > 120:
        return False
    if signs.SECTION_LINE.match(head):
        return True
    captions = find_captions(head, 0, len(head), register)
    return bool(captions) and not head[captions[-1].span.end :].strip(" /*-.,;:")


def is_known_in_caption_zone(head: str, register: Register) -> bool:
    """Whether a line in the caption zone is a known one: a caption, the label of captions, a series
    number, or the remark of a corrected copy.
    """
    return (
        is_caption_line(head, register)
        or CAPTIONS_LABEL.match(head) is not None
        or signs.CORRECTED.match(head) is not None
        or signs.SERIES_NUMBER.match(head) is not None
    )


def is_attention_line(head: str) -> bool:
    """Whether a line of the caption zone says who the telegram is for (``STATE FOR SCA/CEN``)."""
    return signs.ATTENTION.match(head) is not None


def is_passing_line(head: str) -> bool:
    """Whether a line of the caption zone asks to pass the telegram on, or names its channel."""
    return signs.PASSING.match(head) is not None
