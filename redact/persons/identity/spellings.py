"""Variants of names already found: one letter garbled, or a different romanization."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from redact.persons.identity.transliteration import SHORTEST, sound_of
from redact.values import dataclass

SHORTEST_GARBLED = 6
"""Minimum letters of a name for it to be recognized with one wrong letter."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """The known names with their scores, indexed for finding near matches."""

    known: dict[str, float]
    near: dict[str, set[str]]
    sounds: dict[str, float]

    @classmethod
    def of(cls, known: dict[str, float]) -> Spellings:
        """The index of those folded names, each with its best score."""
        return cls(known, _garble_index(known), _sound_index(known))

    def garbled(self, folded: str) -> float | None:
        """The score of the best known name that differs from the word in one letter."""
        return max((self.known[w] for w in _garbled_of(folded, self.near)), default=None)

    def variant(self, folded: str) -> float | None:
        """The score of the best known name that sounds like the word."""
        return self.sounds.get(sound_of(folded)) if len(folded) >= SHORTEST else None


def _sound_index(known: dict[str, float]) -> dict[str, float]:
    """The best score of the known names for each sound."""
    sounds: dict[str, float] = {}
    for word, score in known.items():
        if len(word) >= SHORTEST:
            sounds[sound_of(word)] = max(score, sounds.get(sound_of(word), 0.0))
    return sounds


def _deletions(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _garble_index(known: Iterable[str]) -> dict[str, set[str]]:
    index: dict[str, set[str]] = defaultdict(set)
    for word in known:
        if len(word) >= SHORTEST_GARBLED:
            for key in _deletions(word):
                index[key].add(word)
    return index


def _garbled_of(word: str, index: dict[str, set[str]]) -> set[str]:
    """The known names that differ from ``word`` in one letter: wrong, missing or extra."""
    near = {name for key in _deletions(word) for name in index.get(key, ())}
    return {name for name in near if _one_apart(word, name)}


def _one_apart(first: str, second: str) -> bool:
    if abs(len(first) - len(second)) > 1 or first == second:
        return False
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) == 1
    short, long = sorted((first, second), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
