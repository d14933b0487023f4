"""Words that resemble a level where one belongs: misspelled or garbled by scanning."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from redact.markings.register import Register
from redact.markings.spelling import edit_distance

_SCANNED = str.maketrans("01358l", "OIESBI")
"""Characters that scanners and typists substitute for letters."""


@lru_cache(maxsize=256)
def resembles_a_level(words: str, register: Register) -> bool:
    """Whether words are a label of the register, or a level with up to two letters wrong."""
    names = {spelling for level in register.levels for spelling in (level.name, *level.telegram)}
    names |= {spelling for label in register.labels for spelling in (label.name, *label.telegram)}
    letters = words.replace(" ", "")
    return any(
        letters == name.replace(" ", "")
        or (
            len(name) > 5
            and abs(len(name.replace(" ", "")) - len(letters)) <= 2
            and edit_distance(letters, name.replace(" ", "")) <= 2
        )
        for name in names
    )


@lru_cache(maxsize=256)
def misspells_a_level(words: str, register: Register) -> bool:
    """Whether words in capitals are a level of the register with up to one letter in six wrong."""
    return misspells(words, [level.word for level in register.levels])


def misspells(words: str, levels: Iterable[str]) -> bool:
    """Whether words in capitals are one of ``levels`` with up to one letter in six wrong; false
    when they are a level as spelled.
    """
    letters = words.replace(" ", "")
    names = {level.replace(" ", "") for level in levels}
    plain = letters.translate(_SCANNED)
    if letters in names or not 5 <= len(letters) <= 15 or not plain.isupper():
        return False
    return any(edit_distance(plain, name) <= len(name) // 6 for name in names)
