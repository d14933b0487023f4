"""Where the text cites the entries of its REF line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redact.documents.model import Document
from redact.patterns import pattern
from redact.rules.scope import own_text
from redact.sources import Span

# A letter alone: no word, no initial of a name.
_LETTER = r"(?:\([A-Z]\)|[A-Z](?![\w'’&]|\.\w))"
_REFERENCE = pattern(r"\bref(?P<kind>erences?|tels?|airs?|s)?\b", re.IGNORECASE)
_LETTERS = pattern(rf"\s*{_LETTER}(?:(?:\s*(?:,|/|-|(?i:and|or|through))\s*)+{_LETTER})*")
_LEADS = pattern(r"\b(?:per|see|in|of|paras?\s\d+)\s+$", re.IGNORECASE)
_BEFORE = 16


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that cites references, and the letters it names."""

    span: Span
    letters: tuple[str, ...]


def lettered_citations(document: Document) -> Iterator[Cited]:
    """Citations such as ``ref B`` or ``refs A, B and D`` outside quoted text."""
    text = own_text(document)
    for match in _REFERENCE.finditer(text):
        found = _letters_after(text, match)
        if found is None:
            continue
        letters = re.findall(r"\b[A-Z]\b", found[0])
        if re.search(r"-|(?i:through)", found[0]) and len(letters) == 2:
            letters = [chr(code) for code in range(ord(letters[0]), ord(letters[1]) + 1)]
        yield Cited(Span(match.start(), found.end()), tuple(letters))


def mentions(document: Document) -> Iterator[Span]:
    """Places that speak of a reference, with or without a letter; ``septel`` is none."""
    text = own_text(document)
    for match in _REFERENCE.finditer(text):
        kind = (match["kind"] or "").lower()
        if kind.startswith("eren"):
            continue
        found = _letters_after(text, match)
        if found is not None:
            yield Span(match.start(), found.end())
        elif kind.startswith(("tel", "air")) or _LEADS.search(
            text[max(0, match.start() - _BEFORE) : match.start()]
        ):
            yield Span(*match.span())


def _letters_after(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The letters behind the word; a full stop between belongs to REF and REFS only."""
    stop = match["kind"] in (None, "s", "S") and text[match.end() : match.end() + 1] == "."
    return _LETTERS.match(text, match.end() + stop)
