"""Possible corrections of one misspelt word of a marking, each with the cost of the repair.

Costs count letters: 1 is one letter lost, added, changed or swapped with its neighbor; a digit in
place of a letter, a blank or a separator costs less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from redact.markings.control import Control
from redact.markings.known_words import lowest_words, vocabulary
from redact.markings.register import Register

KEPT = {1: 12, 2: 8, 3: 5}
"""Repairs tried for each word, by the number of unknown words."""

SCANNED = {
    "0": "OD", "1": "IL", "2": "Z", "3": "B", "5": "S", "6": "G", "7": "T", "8": "B", "9": "G",
    "G": "C", "V": "U", "$": "S", "|": "I", "!": "I", "@": "A", "€": "C", "£": "E",
}  # fmt: skip
"""Characters that scanners and typists produce in place of a letter."""

_BLANK_LOST = 0.5
"""Cost of a lost blank between two words."""

_CODE = 3
"""Letters of the longest code: such words have no letter to spare."""


@lru_cache(maxsize=2048)
def respell(word: str, register: Register) -> tuple[tuple[float, str], ...]:
    """The nearest repairs of one word, each with its cost."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    known = vocabulary(register)
    found: dict[str, float] = {}

    def note(cost: float, repaired: str) -> None:
        found[repaired] = min(cost, found.get(repaired, cost))

    for variant, cost in _scanned(word):
        if variant in known:
            note(cost, known[variant])
    allowed = 1 if len(word) < 6 else 2
    countries = register.countries
    spellings = [spelling for spelling in known if spelling not in countries]
    for near, distance, _ in process.extract(
        word, spellings, scorer=OSA.distance, score_cutoff=allowed, limit=None
    ):
        if not (distance == 2 and known[near] in lowest_words(register)):
            note(distance + (0.25 if len(word) < 3 else 0), known[near])
    for pieces in _run_together(word, known):
        note(0.5 * (len(pieces) - 1), " ".join(known[piece] for piece in pieces))
    ranked = sorted(found.items(), key=lambda item: (item[1], item[0]))
    return tuple((cost, repaired) for repaired, cost in ranked[: max(KEPT.values())])


@lru_cache(maxsize=512)
def respell_compartment(
    word: str, system: Control, register: Register
) -> tuple[tuple[float, str], ...]:
    """The nearest compartments of a system that one word after its hyphen may mean."""
    from rapidfuzz.distance import OSA

    names = [part.name for part in system.parts if part.name]
    found = [(OSA.distance(word, name), name) for name in names]
    near = [(distance + 0.25, name) for distance, name in found if distance <= 1]
    known = vocabulary(register)
    joined = [
        (_BLANK_LOST, f"{name} {known[word.removeprefix(name)]}")
        for name in names
        if word.startswith(name) and word.removeprefix(name) in known
    ]
    for part in system.parts:
        if part.name and part.sub and word.startswith(part.name):
            rest = word.removeprefix(part.name)
            # One letter more than a name was added to it: KANDD is not a compartment of KAND.
            if len(rest) > 1 and re.fullmatch(part.sub, rest):
                joined.append((_BLANK_LOST, f"{part.name} {rest}"))
    return tuple(sorted(near + joined))


def _scanned(word: str) -> Iterator[tuple[str, float]]:
    """The word with one or all doubtful characters replaced by the letters they stand for."""
    for index, char in enumerate(word):
        if len(word) == 1 and char.isalpha():
            return  # a single letter could as well be another letter
        # Letter for letter, a long word was misread, but a short one is a different code.
        cost = 1.0 if char.isalpha() and len(word) <= _CODE else 0.25
        for letter in SCANNED.get(char, ""):
            yield word[:index] + letter + word[index + 1 :], cost
    every = "".join(SCANNED[c][0] if c.isdigit() and c in SCANNED else c for c in word)
    if every != word:
        yield every, 0.5


def _run_together(word: str, known: dict[str, str]) -> list[list[str]]:
    """The word split into two or three words of the vocabulary; only the fewest pieces."""
    if not 3 <= len(word) <= 40:
        return []
    two = [
        [word[:cut], word[cut:]]
        for cut in range(1, len(word))
        if word[:cut] in known and word[cut:] in known
    ]
    if two:
        return two
    return [
        [word[:first], word[first:second], word[second:]]
        for first in range(1, len(word) - 1)
        if word[:first] in known
        for second in range(first + 1, len(word))
        if word[first:second] in known and word[second:] in known
    ][: KEPT[3]]
