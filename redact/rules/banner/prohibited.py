"""Phrases that may not take the place of a classification."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.documents.model import Document
from redact.markings.register import Register
from redact.patterns import pattern
from redact.rules.banner.level_words import level_words, unspaced
from redact.sources import Span

# Words seen next to a level; the regulation's own examples are SECRET SENSITIVE and
# AGENCY CONFIDENTIAL.
_ADJECTIVES = (
    "AGENCY|COMMITTEE|COMPANY|CONFERENCE|DIPLOMATIC|EMBASSY|EXTREMELY|HIGHLY|INTERNAL|MOST|"
    "OFFICE|PERSONAL|PRIVATE|SENSITIVE|STRICTLY|VERY"
)
_REST_OF_LINE = pattern(r"[^\r\n]*")
_LABEL = pattern(
    r"(?:SBU|FOUO|LES|SENSITIVE(?: BUT UNCLASSIFIED)?|FOR OFFICIAL USE ONLY|OFFICIAL USE ONLY)\b"
)


def written_line(document: Document, span: Span) -> str:
    """A banner with the rest of its line: a word after the marking may be outside its span."""
    text = document.text
    rest = _REST_OF_LINE.match(text, span.end)
    return text[span.start : rest.end() if rest else span.end]


@lru_cache(maxsize=1024)
def prohibited_phrase(text: str, register: Register) -> str | None:
    """The fault of a line: ``adjective`` or ``label``, ``None`` when it has neither."""
    line = unspaced(text, register)
    if _LABEL.match(line):
        return "label"
    # UNCLASSIFIED followed by SENSITIVE is a misplaced caption, not another level.
    if _joined(register).match(line) and not line.startswith("UNCLAS"):
        return "adjective"
    return None


@lru_cache(maxsize=16)
def _joined(register: Register) -> re.Pattern[str]:
    """Pattern of a level with an adjective before or after it."""
    level = "|".join(map(re.escape, level_words(register)))
    return re.compile(
        rf"(?:{_ADJECTIVES})[ /-]+(?:{level})(?![A-Z])|(?:{level})[ /-]+(?:{_ADJECTIVES})\b"
    )
