"""The data of the generator: cultures, fillers, templates."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redact.persons.lexicon import load_lexicon
from redact.strict_yaml import read_yaml

_DATA = Path(__file__).parent / "data"
_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Form:
    """The pattern of a whole name and its short form.

    Slots: {f} {g} forenames, {h} a forename in lower case, {s} {t} surnames, {i} {j} initials
    of forenames, {p} a patronymic.
    """

    full: str
    alone: str
    weight: int


@dataclass(frozen=True, slots=True)
class Culture:
    """The names of one naming tradition; ``weight``: how often it is drawn."""

    name: str
    weight: int
    forenames: tuple[str, ...]
    surnames: tuple[str, ...]
    patronymics: tuple[str, ...]
    endings: tuple[tuple[str, str], ...]
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A line or sentence with slots. ``zone``: the part of a telegram it belongs to."""

    id: str
    zone: str
    text: str


@functools.cache
def cultures() -> tuple[Culture, ...]:
    """Every culture, and one without traditions: the name lists of the tool itself."""
    found = [
        _culture(name, entry)
        for file in sorted((_DATA / "names").glob("*.yaml"))
        for name, entry in _read(file).items()
    ]
    return (*found, _of_the_word_lists())


@functools.cache
def fillers() -> dict[str, tuple[str, ...]]:
    """Fillers for slots that do not name a person, by the name of the slot."""
    return {
        name: tuple(entry.strip() for entry in entries.split(";") if entry.strip())
        for file in sorted((_DATA / "fillers").glob("*.yaml"))
        for name, entries in _read(file).items()
    }


@functools.cache
def templates() -> tuple[Template, ...]:
    """Every template; its id is its zone and its position in the file."""
    return tuple(
        Template(f"{file.stem}-{number:03d}", file.stem, text)
        for file in sorted((_DATA / "templates").glob("*.yaml"))
        for number, text in enumerate(_read(file)["templates"], 1)
    )


def _read(file: Path) -> dict[str, Any]:
    entries: dict[str, Any] = read_yaml(file.read_bytes(), file.name)
    return entries


def _culture(name: str, entry: dict[str, Any]) -> Culture:
    return Culture(
        name=name,
        weight=entry["weight"],
        forenames=_names(entry["forenames"]),
        surnames=_names(entry["surnames"]),
        patronymics=_names(entry.get("patronymics", "")),
        endings=tuple((old, new) for old, new in entry.get("endings", ())),
        forms=tuple(Form(f["full"], f["alone"], f.get("weight", 1)) for f in entry["forms"]),
    )


def _names(words: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in words.split())


def _of_the_word_lists() -> Culture:
    """Surnames and forenames of the tool's lists, except ordinary words and places."""
    lexicon = load_lexicon()

    def usable(words: frozenset[str]) -> tuple[str, ...]:
        return tuple(
            word.title()
            for word in sorted(words)
            if len(word) >= _LEAST_LETTERS
            and word not in lexicon.ordinary
            and not lexicon.is_unnamed(word)
        )

    return Culture(
        name="word lists",
        weight=12,
        forenames=usable(lexicon.forenames),
        surnames=usable(lexicon.surnames),
        patronymics=(),
        endings=(),
        forms=(
            Form("{f} {s}", "{s}", 5),
            Form("{f} {i}. {s}", "{s}", 2),
            Form("{i}. {j}. {s}", "{s}", 1),
            Form("{f} {s} {t}", "{s} {t}", 1),
        ),
    )
