"""Printed prose with other persons and with transmission errors.

The volumes name the same few officials again and again. With other names in their place, the model
has to learn from the context of a name.
"""

from __future__ import annotations

import random

from training.generator.noise import garbled
from training.generator.person import Person, draw_culture, draw_person
from training.passage import Passage

_RENAMED = 0.55
_GARBLED, _GARBLED_WORDS = 0.12, 0.04


def varied(passage: Passage, random_: random.Random) -> Passage:
    """The passage as is, with new persons, with garbles, or with both."""
    rename = random_.random() < _RENAMED
    share = _GARBLED_WORDS if random_.random() < _GARBLED else 0.0
    if not rename and not share:
        return passage
    culture = draw_culture(random_)
    persons: dict[str, Person] = {}
    text = ""
    spans: list[tuple[int, int]] = []
    done = 0
    for start, end in passage.persons:
        text += garbled(passage.text[done:start], share, random_)
        name = passage.text[start:end]
        if rename:
            words = name.replace(",", "").removesuffix(" Jr.").split()
            key = words[-1]
            if key not in persons:
                persons[key] = draw_person(culture, random_)
            name = _in_form_of(name, words, persons[key])
        name = garbled(name, share, random_)
        spans.append((len(text), len(text) + len(name)))
        text += name
        done = end
    text += garbled(passage.text[done:], share, random_)
    return Passage(text, tuple(spans), passage.origin)


def _in_form_of(name: str, words: list[str], person: Person) -> str:
    """The person's name in the form of the old one: surname alone, with initials, or whole."""
    if len(words) == 1:
        return person.alone
    if "," in name:
        return person.reversed
    if all(len(word) == 2 and word.endswith(".") for word in words[:-1]):
        return person.initial if len(words) == 2 else person.initials
    return person.full
