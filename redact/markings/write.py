"""A marking as text: its canonical banner line and portion mark.

Tokens are in the order of the value, so that parsing the text gives the value again, even where
that order is wrong. `redact.markings.arrange` corrects the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from redact.markings.control import Control
from redact.markings.marking import Marking, nato_level
from redact.markings.register import Register, load_register

_PREFIX = "SAR"


def write_marking(marking: Marking, form: str) -> str:
    """``marking`` as a ``banner`` line or a ``portion`` mark without its brackets."""
    register = load_register(marking.system)
    label = _label(marking, register) if form == "portion" else None
    if label is not None:
        return label
    head = _head(marking, register, form)
    groups = [(field, _entries(marking, field, register, form)) for field in register.categories]
    if marking.nato and _owned_by_nato(marking):
        groups = [(field, entries) for field, entries in groups if field != "nato"]
    if _owned_by_countries(marking):
        groups = [(field, entries) for field, entries in groups if field != "fgi"]
    text = head
    for field, entries in _in_readable_order(groups, marking, register):
        for index, entry in enumerate(entries):
            before = register.style.entry if index else register.style.category
            control = register.control(entry)
            if control is not None and control.attached_by is not None:
                before = control.attached_by
            if field == "cui" and index == 1:
                before = register.style.category  # categories are separated from the word CUI
            text += (before if text not in ("", register.style.foreign) else "") + entry
    return text


def _label(marking: Marking, register: Register) -> str | None:
    """The label that makes up the whole mark, in a system with such labels: ``SBU``."""
    if not register.style.label_alone or len(marking.dissem) + len(marking.non_ic) != 1:
        return None
    for label in register.labels:
        if label.portion and label.tokens in (marking.dissem, marking.non_ic):
            bare = Marking(
                level=register.levels[0].name,
                dissem=marking.dissem,
                non_ic=marking.non_ic,
                system=marking.system,
            )
            return label.portion[0] if marking == bare else None
    return None


def _owned_by_nato(marking: Marking) -> bool:
    """Whether NATO's word is the head of the marking: it states the level and is the only owner."""
    return (
        marking.non_us
        and not marking.joint
        and marking.nato is not None
        and marking.level == nato_level(marking.nato)
    )


def _owned_by_countries(marking: Marking) -> bool:
    """Whether the countries of ``fgi`` own the marking and precede its level."""
    return marking.non_us and not marking.joint and not _owned_by_nato(marking)


def _head(marking: Marking, register: Register, form: str) -> str:
    """The level with everything before it: owners, JOINT, the two slashes."""
    level = _level(marking, register, form)
    if not marking.non_us:
        return level
    if marking.joint:
        words = (register.style.joint or "", level, *marking.joint)
    elif _owned_by_nato(marking) and marking.nato is not None:
        words = (_text(marking.nato, register, form),)
    else:
        words = (*marking.fgi, level)
    return register.style.foreign + " ".join(word for word in words if word)


def _level(marking: Marking, register: Register, form: str) -> str:
    level = register.level(marking.level) if marking.level else None
    if level is None:
        return marking.level or ""
    return level.word if form == "banner" or not level.portion else level.portion[0]


def _entries(marking: Marking, field: str, register: Register, form: str) -> list[str]:
    """The entries of one category, as written."""
    value = getattr(marking, field)
    if not value and field != "dissem":
        return []
    match field:
        case "nato":
            return [_text(value, register, form)]
        case "fgi":
            return [" ".join(_owners(value))]
        case "sap":
            return _programs([_text(token, register, form) for token in value])
        case "cui":
            return list(value)  # a category has one form, even one named like a control
        case "dissem":
            return _dissemination(marking, register, form)
        case _:
            return [_text(token, register, form) for token in value]


def _owners(countries: Sequence[str]) -> Iterator[str]:
    """The countries, each run of named ones after the word FGI; a concealed one is FGI itself."""
    named = False
    for country in countries:
        if country != "FGI" and not named:
            yield "FGI"
        named = country != "FGI"
        yield country


def _programs(texts: list[str]) -> list[str]:
    """Special access programs: adjacent ones share one prefix."""
    entries = []
    for has_prefix, group in groupby(texts, key=lambda text: text.startswith(f"{_PREFIX}-")):
        first, *rest = group
        entries += [first, *(text[len(_PREFIX) + 1 :] if has_prefix else text for text in rest)]
    return entries


def _dissemination(marking: Marking, register: Register, form: str) -> list[str]:
    """Controls in their own order, with lists of countries where the register puts them."""
    ranks = {control.name: rank for rank, control in enumerate(register.controls)}
    entries = [(ranks.get(t, -1), _text(t, register, form)) for t in marking.dissem]
    lists = [
        (ranks[control.name], _list(control, getattr(marking, control.list_field)))
        for control in register.controls
        if control.category == "dissem" and control.list_field
    ]
    for rank, text in lists:
        if text:
            place = next((i for i, entry in enumerate(entries) if entry[0] > rank), len(entries))
            entries.insert(place, (rank, text))
    return [text for _, text in entries]


def _list(control: Control, codes: tuple[str, ...]) -> str:
    if not codes:
        return ""
    joined = control.list_separator.join(codes)
    return (
        f"{joined} {control.name}" if control.form == "list-before" else f"{control.name} {joined}"
    )


def _text(token: str, register: Register, form: str) -> str:
    """A token in the requested form: ``NOFORN`` is ``NF`` in a portion, ``RD-SIGMA`` ``RD-SG``."""
    if form == "banner":
        return token
    control = register.control(token)
    if control is not None:
        return control.portion
    name, *compartments = re.split(r"(?=-)", token)
    system = register.control(name.split(" ")[0])
    if system is None:
        return token
    shorter = {part.name: part.portion for part in system.parts if part.name and part.portion}
    words = [system.portion + name[len(system.name) :]]
    for compartment in compartments:
        part, blank, rest = compartment[1:].partition(" ")
        words.append(f"-{shorter.get(part, part)}{blank}{rest}")
    return "".join(words)


def _in_readable_order(
    groups: list[tuple[str, list[str]]], marking: Marking, register: Register
) -> list[tuple[str, list[str]]]:
    """``groups`` without the empty ones.

    PROPIN, FISA and SSI are both controls and categories of CUI. Right after a bare CUI they would
    be read as categories; in that case the word CUI goes last.
    """
    names = {category.name for category in register.cui_categories}
    filled = [(field, entries) for field, entries in groups if entries]
    bare = bool(marking.cui) and all(word in register.cui_words for word in marking.cui)
    later = False
    for field, entries in filled:
        if later and any(entry in names for entry in entries) and bare:
            return sorted(filled, key=lambda group: group[0] == "cui")
        later = later or field == "cui"
    return filled
