"""Invented texts about firms, newspapers and parties with person-like names, for the weights.

The published prose on which the weights are fitted names few firms. The typical contexts of firms
and of persons are learned from ``firm_stories.yaml``, in which the names themselves give no hint:
half of the firms have a surname from the same generator as the persons.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from changed_texts import BEGINNINGS, ENDINGS, SEED

from redact.strict_yaml import read_yaml
from training.generator.person import draw_culture, draw_person
from training.generator.tables import Culture
from training.passage import Passage

_FILE = Path(__file__).parent / "firm_stories.yaml"
_SLOT = re.compile(r"\{(?P<key>[A-K])\}")
_PERSONS = frozenset("ABCDE")
_TIMES = 8
"""Copies of each story, each with other persons and firms."""


def read_stories() -> Iterator[Passage]:
    """Several copies of every story, each with other names; always the same texts."""
    for kind, stories in sorted(read_yaml(_FILE.read_bytes(), _FILE.name).items()):
        for number, story in enumerate(stories, 1):
            for time in range(_TIMES):
                chance = random.Random(f"{SEED}:{kind}:{number}:{time}")  # seeded on purpose
                yield _told(story, chance, f"{kind}-{number:03d}")


def _told(story: str, chance: random.Random, origin: str) -> Passage:
    culture = draw_culture(chance)
    called: dict[str, str] = {}
    text = ""
    persons: list[tuple[int, int]] = []
    done = 0
    for slot in _SLOT.finditer(story):
        text += story[done : slot.start()]
        done = slot.end()
        key = slot["key"]
        if key not in called:
            called[key] = _name(culture, chance) if key in _PERSONS else _firm(culture, chance)
        if key in _PERSONS:
            persons.append((len(text), len(text) + len(called[key])))
        text += called[key]
    return Passage(text + story[done:], tuple(persons), origin)


def _name(culture: Culture, chance: random.Random) -> str:
    return draw_person(culture if chance.random() < 0.7 else draw_culture(chance), chance).alone


def _firm(culture: Culture, chance: random.Random) -> str:
    """A surname, or the beginnings of words: Kermidro, Comibol."""
    way = chance.random()
    if way < 0.5:
        return _name(culture, chance)
    words, ends = BEGINNINGS.split(), ENDINGS.split()
    if way < 0.65:
        return chance.choice(words) + chance.choice(ends)  # in capitals
    if way < 0.85:
        return (chance.choice(words) + chance.choice(ends)).title()
    stem = _name(culture, chance).split()[-1]
    return stem + chance.choice(("co", "tex", "tel", "bank", "mar", "ex", "sa", "gas"))
