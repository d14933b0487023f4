"""Whether a paragraph is in Spanish, Portuguese or French, languages unknown to the model."""

from __future__ import annotations

from redact.persons.lexicon import Lexicon
from redact.persons.words import words_of
from redact.sources import Span

_FEWEST_WORDS = 6
_SHARE = 0.3
_ENGLISH = frozenset({"the", "of", "and", "to", "in", "is", "was", "that", "for", "with", "by"})


def is_foreign(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether many words of the paragraph are small foreign words and hardly any small English."""
    words = [w.folded for w in words_of(text, span)]
    if len(words) < _FEWEST_WORDS:
        return False
    foreign = sum(w in lexicon.foreign or w in lexicon.particles for w in words)
    english = sum(w in _ENGLISH for w in words)
    return foreign > _SHARE * len(words) and foreign > 3 * english
