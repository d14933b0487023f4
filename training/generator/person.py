"""An invented person, and the ways telegrams write the name."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from training.generator.sound import invented_surname
from training.generator.tables import Culture, cultures

_INVENTED = 0.4
"""Share of surnames that are not taken from a list."""

_NOT_LETTER = re.compile(r"[\W\d_]+")
_PARTICLES = re.compile(r"^(?:(?:de la|del|de|da|dos|du|di|von|van der|van den|van|al-|el-) ?)+")


@dataclass(frozen=True, slots=True)
class Person:
    """``full``: the whole name; ``alone``: its short form; ``first``: the forename."""

    full: str
    alone: str
    first: str
    second: str

    @property
    def initials(self) -> str:
        """``J. B. Smith``."""
        return f"{self.first[0]}. {self.second[0]}. {self.alone}"

    @property
    def initial(self) -> str:
        """``J. Smith``."""
        return f"{self.first[0]}. {self.alone}"

    @property
    def close_initials(self) -> str:
        """``J.B. Smith``."""
        return f"{self.first[0]}.{self.second[0]}. {self.alone}"

    @property
    def reversed(self) -> str:
        """``Smith, John``."""
        return f"{self.alone}, {self.first}"

    @property
    def reversed_initial(self) -> str:
        """``Smith, John B.``."""
        return f"{self.alone}, {self.first} {self.second[0]}."

    @property
    def given(self) -> str:
        """``John Smith``: forename and short form."""
        return f"{self.first} {self.alone}"

    @property
    def code(self) -> str:
        """``JBSmith``, as drafters are named."""
        surname = _NOT_LETTER.sub("", _PARTICLES.sub("", self.alone))
        return f"{self.first[0]}{self.second[0]}{surname}"

    @property
    def surname(self) -> str:
        """The surname; used where it does not name a person (a street, a firm)."""
        return self.alone


FORMS: dict[str, Callable[[Person], str]] = {
    "full": lambda p: p.full,
    "alone": lambda p: p.alone,
    "first": lambda p: p.first,
    "given": lambda p: p.given,
    "initials": lambda p: p.initials,
    "initial": lambda p: p.initial,
    "close": lambda p: p.close_initials,
    "reversed": lambda p: p.reversed,
    "reversed_initial": lambda p: p.reversed_initial,
    "code": lambda p: p.code,
}
"""The forms of a name that a slot may request."""


def draw_culture(random_: random.Random) -> Culture:
    """A random culture, by weight."""
    known = cultures()
    return random_.choices(known, [c.weight for c in known])[0]


def draw_person(culture: Culture, random_: random.Random) -> Person:
    """A random person of that culture."""
    form = random_.choices(culture.forms, [f.weight for f in culture.forms])[0]
    first, second = random_.choice(culture.forenames), random_.choice(culture.forenames)
    parts = {
        "f": first,
        "g": second,
        "h": second.lower(),
        "s": _surname(culture, random_),
        "t": _surname(culture, random_),
        "i": second[0],
        "j": random_.choice(culture.forenames)[0],
        "p": random_.choice(culture.patronymics or ("",)),
    }
    return Person(form.full.format(**parts), form.alone.format(**parts), first, second)


def _surname(culture: Culture, random_: random.Random) -> str:
    if random_.random() < _INVENTED:
        name = invented_surname(culture, random_)
    else:
        name = random_.choice(culture.surnames)
    for old, new in culture.endings:
        if name.endswith(old) and random_.random() < 0.5:
            return name.removesuffix(old) + new
    return name
