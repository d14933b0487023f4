"""Filling a template: slots become names, which are marked, or fillers, which are not.

A slot is ``{form:KEY}`` for a person (forms as in `person.FORMS`, and ``any``), ``{surname}`` for a
surname that does not name a person, ``{nnn}`` for that many digits, or the name of a list of
fillers. A key means the same person throughout; without a key the person is new.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from training.generator.noise import garbled
from training.generator.person import FORMS, Person, draw_culture, draw_person
from training.generator.tables import Culture, Template, fillers

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_DIGITS = re.compile(r"n+")
_OWN_CULTURE = 0.65

# How a person is named first and later; a lone surname is by far the commonest.
_FIRST = {"alone": 50, "full": 30, "given": 6, "initials": 4, "initial": 4, "close": 3, "first": 1}
_LATER = {"alone": 88, "full": 5, "given": 3, "initial": 2, "first": 2}


@dataclass(slots=True)
class Cast:
    """The persons in a telegram so far, filled slot by slot."""

    culture: Culture
    persons: dict[str, Person] = field(default_factory=dict)

    def person(self, key: str | None, random_: random.Random) -> tuple[Person, bool]:
        """The person for a key and whether this is the first mention."""
        if key and key in self.persons:
            return self.persons[key], False
        own = random_.random() < _OWN_CULTURE
        person = draw_person(self.culture if own else draw_culture(random_), random_)
        if key:
            self.persons[key] = person
        return person, True


@dataclass(slots=True)
class Pieces:
    """A text under construction and the spans of its names."""

    text: str = ""
    persons: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, *, is_name: bool = False) -> None:
        """Append ``text``, as a name if it is one."""
        if is_name:
            self.persons.append((len(self.text), len(self.text) + len(text)))
        self.text += text


def fill(
    template: Template, cast: Cast, random_: random.Random, pieces: Pieces, garbles: float
) -> None:
    """Append the filled template to ``pieces``. ``garbles``: share of words with a wrong letter."""
    _fill(template.text, cast, random_, pieces, garbles)


def _fill(text: str, cast: Cast, random_: random.Random, pieces: Pieces, garbles: float) -> None:
    done = 0
    for slot in _SLOT.finditer(text):
        pieces.add(garbled(text[done : slot.start()], garbles, random_))
        done = slot.end()
        kind, key = slot[1], slot[2]
        if kind == "any" or kind in FORMS:
            name = _name(kind, key, cast, random_)
            pieces.add(garbled(name, garbles, random_), is_name=True)
        elif kind == "surname":
            pieces.add(cast.person(None, random_)[0].surname)
        elif _DIGITS.fullmatch(kind):
            pieces.add("".join(random_.choice("0123456789") for _ in kind))
        else:
            _fill(random_.choice(fillers()[kind]), cast, random_, pieces, garbles)
    pieces.add(garbled(text[done:], garbles, random_))


def _name(kind: str, key: str | None, cast: Cast, random_: random.Random) -> str:
    person, is_first = cast.person(key, random_)
    if kind == "any":
        weights = _FIRST if is_first else _LATER
        kind = random_.choices(tuple(weights), tuple(weights.values()))[0]
    return FORMS[kind](person)
