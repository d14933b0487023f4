"""Words in the place of a level that resemble one: misspelt, or spoilt by a scan."""

from __future__ import annotations

from functools import lru_cache

from redact.markings.register import Register


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
            and _distance(letters, name.replace(" ", "")) <= 2
        )
        for name in names
    )


_SCANNED = str.maketrans("01358", "OIESB")
"""Figures that scanners and typists put in the place of letters."""


@lru_cache(maxsize=256)
def misspells_a_level(words: str, register: Register) -> bool:
    """Whether words in capitals are a level with one letter in six wrong, and not a level."""
    letters = words.replace(" ", "")
    names = {level.word.replace(" ", "") for level in register.levels}
    if letters in names or not 5 <= len(letters) <= 15:
        return False
    return any(_distance(letters.translate(_SCANNED), name) <= len(name) // 6 for name in names)


def _distance(left: str, right: str) -> int:
    """Edit distance: letters to insert, delete or replace."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
