"""Matches persons found in the text against public registers of officials.

A match is a hint for the reviewer: a private person may have the same name. It finds no name and
changes no role, so that nothing is kept in a public copy because of a list.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from redact.persons.identity.numbers import parts_of
from redact.persons.lexicon import fold, load_lexicon
from redact.persons.views.reading import Reading
from redact.persons.weighing.merging import Sighting
from redact.persons.words import WORD
from redact.sources import Span
from redact.values import dataclass

_DATA = Path(__file__).parent.parent / "data"
_REGISTERS = ((_DATA / "us_officers.tsv", 1), (_DATA / "foreign_leaders.tsv", 5))
"""Each with the tolerance in years at both ends of a term: the leaders' years are of visits."""

_MINISTERS = re.compile(r"\b(?:foreign|defense|finance)\b")
_REACH = 40
_TITLES = {
    "ambassador": r"amb(?:assador)?",
    "president": r"pres(?:ident)?",
    "prime minister": r"prime minister|premier|primin",
    "foreign minister": r"foreign minister|fonmin|formin",
}
"""How telegrams write the commonest titles; others appear as in the register."""


@dataclass(frozen=True, slots=True)
class Official:
    """A person of a register, as folded words: the whole name, the surname (for leaders the whole
    name), the years in which a match counts, titles, and the country or countries.
    """

    role: str
    words: frozenset[str]
    surname: tuple[str, ...]
    years: range
    titles: tuple[str, ...]
    places: tuple[str, ...]


def listed_roles(
    reading: Reading, sightings: Sequence[Sighting], persons: Sequence[str | None]
) -> Mapping[str, str]:
    """For each person, the role that the registers give for the name, if they agree on one.

    A person matches by forename and surname, or by surname alone after a title of the register in
    a document that names the country. Either way only in the years of the register: a document
    without a date matches nothing.
    """
    if reading.document.date is None:
        return {}
    year = reading.document.date.year
    found: defaultdict[str, set[str]] = defaultdict(set)
    for sighting, person in zip(sightings, persons, strict=True):
        if person is None:
            continue
        parts = parts_of(sighting.span.of(reading.text), reading.lexicon)
        names = {*parts.given, *parts.surnames}
        for official in _near(names, year):
            if _has_full_name(names, official) or _is_titled(
                reading, sighting.span, names, official
            ):
                found[person].add(official.role)
    return {person: next(iter(roles)) for person, roles in found.items() if len(roles) == 1}


def _near(names: Iterable[str], year: int) -> Iterable[Official]:
    """The officials of that year who share a word with the name."""
    by_word = load_officials()
    lines = dict.fromkeys(line for name in names for line in by_word.get(name, ()))
    return (o for o in (_official(*line) for line in lines) if year in o.years)


def _has_full_name(names: set[str], official: Official) -> bool:
    """Whether the name is the official's: surname and a forename, and no other word."""
    whole = {name for name in names if len(name) > 1}
    initials = {word[0] for word in official.words}
    if not whole <= official.words or not all(n[0] in initials for n in names - whole):
        return False
    return len(whole) > 1 and not whole.isdisjoint(official.surname)


def _is_titled(reading: Reading, span: Span, names: set[str], official: Official) -> bool:
    """Whether the name is a surname of the register, after a title, in a text with the country."""
    if names != set(official.surname) or not official.titles:
        return False
    before = fold(reading.view[max(0, span.start - _REACH) : span.start])
    titled = any(
        re.search(rf"\b(?:{_TITLES.get(title, re.escape(title))})\.?\s+$", before)
        for title in official.titles
    )
    return titled and any(
        set(place.split()) <= _words_of(reading.text) for place in official.places
    )


@functools.lru_cache(maxsize=2)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in WORD.findall(text))


@functools.cache
def load_officials() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The lines of all registers by each word of the surname, with their tolerance in years.

    Read once per process; a line is parsed when a person has one of its names.
    """
    by_word: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for file, slack in _REGISTERS:
        for line in file.read_text(encoding="utf-8").splitlines():
            for word in line[: line.index("\t")].split():
                by_word[word].append((line, slack))
    return {word: tuple(lines) for word, lines in by_word.items()}


@functools.lru_cache(maxsize=1024)
def _official(line: str, slack: int) -> Official:
    name, forenames, years, titles, places = line.split("\t")
    particles = load_lexicon().particles
    surname = tuple(word for word in name.split() if word not in particles)
    first, _, last = years.partition("-")
    role = "us-official" if forenames else "public-figure"
    if not forenames and _MINISTERS.search(titles):
        role = "foreign-official"
    return Official(
        role=role,
        words=frozenset((*surname, *forenames.split())),
        surname=surname,
        years=range(int(first) - slack, int(last) + slack + 1),
        titles=tuple(titles.split(";")) if titles else (),
        places=tuple(places.split(";")) if places else (),
    )
