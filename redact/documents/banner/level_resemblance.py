"""Words in the place of a level that resemble one: misspelt, or spoilt by a scan."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from redact.markings.register import Register
from redact.markings.spelling import edit_distance


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


_SCANNED = str.maketrans("01358l", "OIESBI")
"""Signs that scanners and typists put in the place of letters."""


@lru_cache(maxsize=256)
def misspells_a_level(words: str, register: Register) -> bool:
    """Whether words in capitals are a level with one letter in six wrong, and not a level."""
    return misspells(words, [level.word for level in register.levels])


def misspells(words: str, levels: Iterable[str]) -> bool:
    """Whether words in capitals are one of the levels with one letter in six wrong, but none."""
    letters = words.replace(" ", "")
    names = {level.replace(" ", "") for level in levels}
    plain = letters.translate(_SCANNED)
    if letters in names or not 5 <= len(letters) <= 15 or not plain.isupper():
        return False
    return any(edit_distance(plain, name) <= len(name) // 6 for name in names)
