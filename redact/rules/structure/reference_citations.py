"""Citations in the text of the entries of the REF line."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.documents.model import Document
from redact.patterns import pattern
from redact.rules.scope import own_text
from redact.sources import Span
from redact.sources.capitals import places_of
from redact.values import dataclass

# A letter by itself: not a word or an initial.
_LETTER = r"(?:\([A-Z]\)|[A-Z](?![\w'’&]|\.\w))"
_REFERENCE = pattern(r"\bref(?P<kind>erences?|tels?|airs?|s)?\b", re.IGNORECASE)
_LETTERS = pattern(rf"\s*{_LETTER}(?:\s*(?:(?:,|/|-|(?i:and|or|through))\s*)+{_LETTER})*")
_LEADS = pattern(r"\b(?:per|see|in|of|paras?\s\d+)\s+$", re.IGNORECASE)
_BEFORE = 16


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of references, with the letters it names."""

    span: Span
    letters: tuple[str, ...]


@lru_cache(maxsize=2)  # two rules use those of one document
def lettered_citations(document: Document) -> tuple[Cited, ...]:
    """Citations such as ``ref B`` or ``refs A, B and D`` outside quoted text."""
    cited: list[Cited] = []
    for match, found in _citations(document):
        if found is None:
            continue
        letters = re.findall(r"\b[A-Z]\b", found[0])
        if re.search(r"-|(?i:through)", found[0]) and len(letters) == 2:
            letters = [chr(code) for code in range(ord(letters[0]), ord(letters[1]) + 1)]
        cited.append(Cited(Span(match.start(), found.end()), tuple(letters)))
    return tuple(cited)


def mentions(document: Document) -> tuple[Span, ...]:
    """Mentions of a reference, with or without a letter; ``septel`` is not one."""
    places: list[Span] = []
    for match, found in _citations(document):
        kind = (match["kind"] or "").lower()
        if kind.startswith("eren"):
            continue
        if found is not None:
            places.append(Span(match.start(), found.end()))
        elif kind.startswith(("tel", "air")) or _LEADS.search(
            match.string[max(0, match.start() - _BEFORE) : match.start()]
        ):
            places.append(Span(*match.span()))
    return tuple(places)


@lru_cache(maxsize=2)  # three rules use those of one document
def _citations(document: Document) -> tuple[tuple[re.Match[str], re.Match[str] | None], ...]:
    """Each word for a reference in the drafter's own text, with the letters after it."""
    text = own_text(document)
    words = (_REFERENCE.match(text, place) for place in places_of(("REF",), text, 0, len(text)))
    return tuple((word, _letters_after(text, word)) for word in words if word)


def _letters_after(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """The letters after the word; only REF and REFS may have a full stop between."""
    stop = match["kind"] in (None, "s", "S") and text[match.end() : match.end() + 1] == "."
    return _LETTERS.match(text, match.end() + stop)
