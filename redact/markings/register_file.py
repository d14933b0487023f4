"""Reads the YAML of a register into the fields of a `Register`.

The tests check the files against ``schemas/register.schema.json``; this module does not, since
registers are read at every start and ship with the tool.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import yaml

from redact.errors import PolicyError
from redact.markings.control import Control, Countries, CuiCategory, Part, Style
from redact.markings.vocabulary import (
    AdministrativeLabel,
    CaptionEntry,
    DeclassificationTerm,
    ExecutiveOrder,
    Level,
    Misnomer,
    PrecedenceWord,
    ReasonSection,
    TagsVocabulary,
)
from redact.resources import folder

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_register(name: str) -> dict[str, Any]:
    """The fields of the register called ``name``. Raises `PolicyError`."""
    content = _merged(name, ())
    return {key: _BUILDERS.get(key, _plain)(value) for key, value in content.items()}


def register_names() -> tuple[str, ...]:
    """Names of all registers, sorted."""
    return tuple(sorted(path.stem for path in (folder("policies") / "registers").glob("*.yaml")))


def _merged(name: str, chain: tuple[str, ...]) -> dict[str, Any]:
    """The file's content merged over that of each register it extends, in order."""
    if name in chain:
        circle = " -> ".join((*chain, name))
        raise PolicyError(f"registers extend each other: {circle}", f"register {name}")
    path = folder("policies") / "registers" / f"{name}.yaml"
    if not path.is_file():
        known = ", ".join(register_names())
        raise PolicyError("there is no such register", f"register {name}", f"known: {known}")
    own = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - it is a safe loader
    result: dict[str, Any] = {}
    for base in own.get("extends", ()):
        result = _laid_over(result, _merged(base, (*chain, name)))
    return {**_laid_over(result, own), "name": name}


def _laid_over(base: dict[str, Any], top: dict[str, Any]) -> dict[str, Any]:
    """``base`` with ``top`` merged in: mappings join, lists append, a repeated name replaces."""
    result = dict(base)
    for key, value in top.items():
        under = result.get(key)
        if isinstance(under, dict) and isinstance(value, dict):
            result[key] = _laid_over(under, value)
        elif isinstance(under, list) and isinstance(value, list) and key != "extends":
            result[key] = _joined(under, value)
        else:
            result[key] = value
    return result


def _joined(under: list[Any], over: list[Any]) -> list[Any]:
    """Entries of both; one whose name is repeated takes its place from the upper file.

    Lists of plain words are not entries: the upper file's list replaces the lower one.
    """
    if not all(isinstance(entry, dict) for entry in over):
        return over
    names = {entry.get("name") for entry in over} - {None}
    return [entry for entry in under if entry.get("name") not in names] + over


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return MappingProxyType(value) if isinstance(value, dict) else value


def _entries(cls: type, **defaults: Any) -> Callable[[list[dict[str, Any]]], tuple[Any, ...]]:
    """A function that builds one ``cls`` per entry; ``defaults`` fill in what an entry omits."""

    def build(entries: list[dict[str, Any]]) -> tuple[Any, ...]:
        return tuple(cls(**{**defaults, **_fields(entry)}) for entry in entries)

    return build


def _levels(entries: list[dict[str, Any]]) -> tuple[Level, ...]:
    return tuple(
        Level(
            name=entry["name"],
            rank=entry["rank"],
            word=entry.get("word", entry["name"]),
            telegram=tuple(entry.get("telegram", (entry["name"],))),
            portion=tuple(entry["portion"]),
            security_character=entry.get("security_character", ""),
            spellings=tuple(entry.get("spellings", ())),
            valid_to=entry.get("valid_to"),
        )
        for entry in sorted(entries, key=lambda entry: int(entry["rank"]))
    )


def _captions(entries: list[dict[str, Any]]) -> tuple[CaptionEntry, ...]:
    return _entries(CaptionEntry)(
        [{**e, "spellings": [e["name"], *e.get("spellings", ())]} for e in entries]
    )


def _terms(entries: list[dict[str, Any]]) -> tuple[DeclassificationTerm, ...]:
    return _entries(DeclassificationTerm)(
        [{**e, "spellings": [e["name"], *e.get("spellings", ())]} for e in entries]
    )


def _tags(value: Mapping[str, str]) -> TagsVocabulary:
    """Builds the TAGS vocabulary, whose long lists are single texts of words in the file."""
    words = {key: frozenset(text.split()) for key, text in value.items()}
    words.pop("subject_initials", None)
    return TagsVocabulary(subject_initials=value.get("subject_initials", ""), **words)


def _controls(entries: list[dict[str, Any]]) -> tuple[Control, ...]:
    """Controls in the order of the file, which is the order of the register."""
    return _entries(Control)(
        [
            {
                **entry,
                "portion": entry.get("portion", entry["name"]),
                "parts": [Part(**_fields(part)) for part in entry.get("parts", ())],
            }
            for entry in entries
        ]
    )


def _fields(entry: dict[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in entry.items()}


def _countries(value: Mapping[str, Any]) -> Countries:
    return Countries(
        codes=frozenset(value["codes"].split()),
        groups={code: tuple(text.split()) for code, text in value.get("groups", {}).items()},
        slips=value.get("slips", {}),
        first=value.get("first"),
        names=value.get("names", ""),
    )


def _cui_categories(entries: list[dict[str, Any]]) -> tuple[CuiCategory, ...]:
    return tuple(
        CuiCategory(
            name=entry["name"],
            title=entry["title"],
            basic="B" in entry["kinds"],
            specified="S" in entry["kinds"],
            spellings=tuple(entry.get("spellings", ())),
        )
        for entry in entries
    )


_BUILDERS: Mapping[str, Callable[[Any], Any]] = {
    "levels": _levels,
    "labels": _entries(AdministrativeLabel),
    "misnomers": _entries(Misnomer),
    "captions": _captions,
    "orders": _entries(ExecutiveOrder, until=None, max_years=MappingProxyType({}), instructions=()),
    "reasons": _entries(ReasonSection, valid_to=None, meanings=MappingProxyType({})),
    "declassification": _terms,
    "precedences": _entries(PrecedenceWord),
    "tags": _tags,
    "controls": _controls,
    "countries": _countries,
    "cui_categories": _cui_categories,
    "style": lambda value: Style(**_fields(value)),
}
