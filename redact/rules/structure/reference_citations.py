"""Where the text cites the entries of its REF line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redact.documents.model import Document
from redact.rules.scope import own_text
from redact.sources import Span

# A letter alone: no word, no initial of a name.
_LETTER = r"(?:\([A-Z]\)|[A-Z](?![\w'’&]|\.\w))"
_LETTERS = re.compile(
    r"(?i:\brefs?\b\.?|\bref(?:tels?|airs?|erences?)\b)\s*"
    rf"(?P<letters>{_LETTER}(?:(?:\s*(?:,|/|-|(?i:and|or|through))\s*)+{_LETTER})*)"
)
_MENTION = re.compile(
    r"(?i:\breftels?\b|\brefairs?\b|\b(?:per|see|in|of|paras?\s\d+)\s+refs?\b)"
    rf"|(?i:\brefs?)\.?\s+{_LETTER}"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that cites references, and the letters it names."""

    span: Span
    letters: tuple[str, ...]


def lettered_citations(document: Document) -> Iterator[Cited]:
    """Citations such as ``ref B`` or ``refs A, B and D`` outside quoted text."""
    for match in _LETTERS.finditer(own_text(document)):
        letters = re.findall(r"\b[A-Z]\b", match["letters"])
        if re.search(r"-|(?i:through)", match["letters"]) and len(letters) == 2:
            letters = [chr(c) for c in range(ord(letters[0]), ord(letters[1]) + 1)]
        yield Cited(Span(match.start(), match.end()), tuple(letters))


def mentions(document: Document) -> Iterator[Span]:
    """Places that speak of a reference, with or without a letter; ``septel`` is none."""
    for match in _MENTION.finditer(own_text(document)):
        yield Span(*match.span())
