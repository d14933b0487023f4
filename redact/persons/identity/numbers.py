"""Who is who: one number for every person of a document.

Full name, surname alone, initials and the reversed form belong together. A surname shared by
several persons means the one of them named last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from redact.persons.identity.transliteration import SHORTEST, sound_of
from redact.persons.lexicon import Lexicon, fold
from redact.persons.words import LETTER

_WORD = re.compile(rf"{LETTER}+(?:['’]{LETTER}{{2,}})?")
_BREAK = re.compile(r"-[ \t]*\r?\n[ \t]*")
_SHORTEST_GARBLED = 5
"""Minimum letters of the shorter of two words to be compared with one letter garbled."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """The folded words of a name: ``given`` (initials are one letter) and ``surnames``."""

    given: tuple[str, ...]
    surnames: tuple[str, ...]


@dataclass(slots=True)
class _Person:
    """A person while the document is being read; grows with every mention."""

    given: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    last_seen: int = 0


def identify(names: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The person (``P1``, ``P2``, … by first mention) of each name, given in text order."""
    parts = [parts_of(name, lexicon) for name in names]
    # Full names first: whom a lone surname means may only become clear later in the text.
    order = sorted(range(len(parts)), key=lambda i: (len(parts[i].given) == 0, i))
    persons: dict[str, list[_Person]] = {}
    belongs: dict[int, _Person] = {}
    for index in order:
        person = _same_person(parts[index], persons, index) or _Person()
        new = {*parts[index].given, *parts[index].surnames} - person.given - person.surnames
        for key in {key for word in new for key in _keys(word)}:
            persons.setdefault(key, []).append(person)
        person.given |= set(parts[index].given)
        person.surnames |= set(parts[index].surnames)
        person.last_seen = index
        belongs[index] = person
    numbers: dict[int, str] = {}
    return tuple(
        numbers.setdefault(id(belongs[i]), f"P{len(numbers) + 1}") for i in range(len(parts))
    )


def parts_of(name: str, lexicon: Lexicon) -> NameParts:
    """The parts of a name. VANCE, CYRUS is surname first; otherwise surnames come last."""
    joined = _BREAK.sub("", name)
    surname_first, comma, rest = joined.partition(",")
    words = [fold(w) for w in _WORD.findall(joined)]
    words = [w for w in words if w not in lexicon.particles and w not in {"jr", "sr", "ii", "iii"}]
    if comma and rest.strip() and fold(rest.strip().rstrip(".")) not in {"jr", "sr", "ii", "iii"}:
        family = {fold(w) for w in _WORD.findall(surname_first)}
        return NameParts(
            tuple(w for w in words if w not in family), tuple(w for w in words if w in family)
        )
    if len(words) <= 1:
        return NameParts((), tuple(words))
    given = [w for i, w in enumerate(words[:-1]) if len(w) == 1 or i == 0 or w in lexicon.forenames]
    if len(words) > 2 and len(given) == len(words) - 1 and len(given[-1]) > 1:
        # CARLOS MARTIN GARCIA: the word before the last may be either.
        return NameParts(tuple(given), tuple(words[-2:]))
    return NameParts(tuple(given), tuple(w for w in words if w not in given) or (words[-1],))


def _same_person(
    parts: NameParts, persons: Mapping[str, list[_Person]], index: int
) -> _Person | None:
    """The person a name refers to, from ``persons`` indexed by the keys of their words."""
    keys = (key for word in parts.surnames or parts.given for key in _keys(word))
    near = {id(p): p for key in keys for p in persons.get(key, ())}
    alike = [p for p in near.values() if _alike(parts, p)]
    if not alike:
        return None
    before = [p for p in alike if p.last_seen <= index]
    return max(before or alike, key=lambda p: p.last_seen)


def _alike(parts: NameParts, person: _Person) -> bool:
    if not parts.given:
        names = person.surnames | (set() if person.surnames else person.given)
        return _meet(parts.surnames, names) or (
            len(parts.surnames) == 1 and parts.surnames[0] in person.given
        )
    if set(parts.given + parts.surnames) <= person.given | person.surnames:
        return True  # both surnames, without the given name
    if not _meet(parts.surnames, person.surnames):
        return False
    return not person.given or _given_agree(set(parts.given), person.given)


@lru_cache(maxsize=4096)
def _keys(word: str) -> frozenset[str]:
    """Keys such that two words share one whenever `_meet` treats them as the same.

    Words that differ in one letter become equal once it is removed from both. So a name is compared
    with a handful of others, not with every person of a long list.
    """
    keys = {word}
    if len(word) >= SHORTEST:
        keys.add(f"sound {sound_of(word)}")
    if len(word) >= _SHORTEST_GARBLED:
        keys.update(f"{word[:i]}{word[i + 1 :]}" for i in range(len(word)))
    return frozenset(keys)


def _meet(first: Sequence[str], second: set[str]) -> bool:
    return any(a == b or _garbled(a, b) or _sound_alike(a, b) for a in first for b in second)


def _sound_alike(first: str, second: str) -> bool:
    """Whether two long words are spellings of one name: Zhirinovskiy, Zhirinovsky."""
    return min(len(first), len(second)) >= SHORTEST and sound_of(first) == sound_of(second)


def _garbled(first: str, second: str) -> bool:
    """Whether two long words differ in one letter."""
    if min(len(first), len(second)) < _SHORTEST_GARBLED or max(len(first), len(second)) < 6:
        return False
    if len(first) == len(second):
        return sum(a != b for a, b in zip(first, second, strict=True)) <= 1
    short, long = sorted((first, second), key=len)
    return len(long) - len(short) == 1 and any(
        long[:i] + long[i + 1 :] == short for i in range(len(long))
    )


def _given_agree(first: set[str], second: set[str]) -> bool:
    """Whether two sets of given names may be one person's: they share a word or an initial."""
    return any(
        a == b or _garbled(a, b) or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a in first
        for b in second
    )
