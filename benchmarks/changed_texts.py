"""Variants of prose: in capitals, garbled, with other persons and agencies.

All changes are seeded by the text itself: the same text gives the same changes.
"""

from __future__ import annotations

import random
import re

from training.generator.person import draw_culture
from training.generator.sound import invented_surname
from training.passage import Passage
from training.renaming import varied

SEED = "redact weights 1"
GARBLED = 1 / 40
"""Share of words garbled in the prose in capitals, as in transmission."""

ABBREVIATION = re.compile(r"(?<![\w.])[A-Z]{3,7}(?![\w.])")
BEGINNINGS = (
    "AD AG AGRO BAN BOL CAR CEN CO COM CON COR DE DES ELEC EM EN EX FED FER FI FO GE HI IN MA MET "
    "MIN MON NA NI OR PA PE PET PRO QUI RE SI SO TEL TEX TRA UNI VI"
)
ENDINGS = (
    "BRAS CAP CO DENA DES ER EX FAX GAS IL LAR MA MEX NA NOR OM OS PAR PAZ PEX REX SA SO TEC TRA"
)


def capitals(text: str) -> str:
    """The text in capitals, letter for letter."""
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def garbled(text: str, names: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The text as garbled in transmission, with the new spans of the names, which stay intact.

    One word in forty loses, doubles or changes a letter, or runs into the next.
    """
    chance = random.Random(f"{SEED}:{text}")  # seeded on purpose
    inside = {i for start, end in names for i in range(start - 1, end + 1)}
    pieces: list[str] = []
    moved: dict[int, int] = {}
    length = 0
    for match in re.finditer(r"[^\W\d_]{4,}(?: (?=[^\W\d_]))?|.", text, re.DOTALL):
        piece = match[0]
        if len(piece) > 3 and match.start() not in inside and match.end() not in inside:
            piece = _spoilt(piece, chance)
        moved[match.start()] = length
        for offset in range(1, len(match[0])):
            moved[match.start() + offset] = length + min(offset, len(piece))
        pieces.append(piece)
        length += len(piece)
    moved[len(text)] = length
    return "".join(pieces), [(moved[start], moved[end]) for start, end in names]


def _spoilt(piece: str, chance: random.Random) -> str:
    word = piece.rstrip(" ")
    if chance.random() > GARBLED:
        return piece
    at = chance.randrange(len(word) - 1)
    letter = chance.choice("AEIOUBCDGHLMNRST")
    way = chance.randrange(5)
    if way == 0:
        return word + ("" if len(piece) > len(word) else "S")
    spoilt = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )[way - 1]
    return spoilt + piece[len(word) :]


def renamed(text: str, names: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The text with its abbreviations, outside names, replaced by made-up ones.

    The lists know NATO and EURATOM; the contexts they occur in must be learned with names that no
    list knows: IMPC, CORDEPAZ. Each is replaced by the same new name throughout a text.
    """
    chance = random.Random(f"{SEED}:renamed:{text}")  # seeded on purpose
    inside = {i for start, end in names for i in range(start, end)}
    made: dict[str, str] = {}
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = []
    done = shift = 0
    for match in ABBREVIATION.finditer(text):
        if match.start() in inside or len(set(match[0])) == 1:
            continue
        new = made.setdefault(match[0], _abbreviation(chance))
        pieces += (text[done : match.start()], new)
        done = match.end()
        shift += len(new) - len(match[0])
        shifts.append((match.start(), shift))
    pieces.append(text[done:])

    def moved(offset: int) -> int:
        return offset + next((by for start, by in reversed(shifts) if start < offset), 0)

    return "".join(pieces), [(moved(start), moved(end)) for start, end in names]


def _abbreviation(chance: random.Random) -> str:
    """Initials, the beginnings of two or three words, or a surname-like word: Karasoy."""
    way = chance.random()
    if way < 0.2:
        return invented_surname(draw_culture(chance), chance)
    if way < 0.55:
        return "".join(chance.choice("ABCDEFGILMNOPRSTUV") for _ in range(chance.randrange(3, 6)))
    words, ends = BEGINNINGS.split(), ENDINGS.split()
    middle = chance.choice(words) if chance.random() < 0.4 else ""
    made = chance.choice(words) + middle + chance.choice(ends)
    return made if chance.random() < 0.5 else made.title()


def with_other_persons(passage: Passage) -> Passage:
    """The passage with persons of one other culture, most of them in no list of names."""
    chance = random.Random(f"{SEED}:persons:{passage.text}")  # seeded on purpose
    changed = passage
    while passage.persons and changed.text == passage.text:
        changed = varied(passage, chance)
    return changed
