"""Invented surnames that sound like those of a culture, so that no list of names is memorized."""

from __future__ import annotations

import functools
import random
from collections import defaultdict

from redact.persons.lexicon import fold, load_lexicon
from training.generator.tables import Culture

_REACH = 3
_LENGTHS = range(3, 14)
_TRIES = 20
_START, _END = "^", "$"

Sounds = dict[str, str]


@functools.cache
def sounds_of(culture: Culture) -> Sounds:
    """For each run of `_REACH` letters, the letters that follow it in the culture's surnames."""
    following: defaultdict[str, list[str]] = defaultdict(list)
    for surname in culture.surnames:
        word = _START * _REACH + surname.lower() + _END
        for end in range(_REACH, len(word)):
            following[word[end - _REACH : end]].append(word[end])
    return {run: "".join(letters) for run, letters in following.items()}


def invented_surname(culture: Culture, random_: random.Random) -> str:
    """A surname that is not an English word; a real one of the culture if no attempt succeeds."""
    lexicon = load_lexicon()
    for _ in range(_TRIES):
        name = _spoken(sounds_of(culture), random_)
        folded = fold(name)
        known = folded in lexicon.ordinary or folded in lexicon.places
        if len(name) in _LENGTHS and not known:
            return name.title().replace("'S", "'s")
    return random_.choice(culture.surnames)


def _spoken(sounds: Sounds, random_: random.Random) -> str:
    word = _START * _REACH
    while not word.endswith(_END) and len(word) < max(_LENGTHS) + _REACH + 2:
        word += random_.choice(sounds[word[-_REACH:]])
    return word.strip(_START + _END)
