"""The register's requirements for each control in a marking, compartments included."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import lru_cache

from redact.markings.control import Control, Part
from redact.markings.marking import Marking
from redact.markings.register import Register
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One control of a marking, as ``name``, with the register's requirements for it.

    ``levels`` are those it may be used with (empty: any); ``requires`` and ``excludes`` name other
    controls. ``incomplete``: a system that must not be used without a compartment.
    """

    name: str
    category: str
    levels: tuple[str, ...]
    requires: tuple[str, ...]
    excludes: tuple[str, ...]
    incomplete: bool = False
    until: datetime.date | None = None
    successor: str | None = None


@lru_cache(maxsize=256)  # several rules query the same marking
def facts_of(marking: Marking, register: Register) -> tuple[Fact, ...]:
    """The facts of every control in the marking, in the order of its fields."""
    facts: list[Fact] = []
    for field in ("sci", "sap", "aea", "dissem", "non_ic"):
        for token in getattr(marking, field):
            facts += _of_token(token, register)
    lists = (c for c in register.controls if c.list_field and getattr(marking, c.list_field))
    owned = marking.non_us and not marking.joint
    facts += (_of_word(c) for c in lists if not (c.name == "FGI" and owned))
    return tuple(facts)


@lru_cache(maxsize=256)
def names_of(marking: Marking, register: Register) -> frozenset[str]:
    """Every name by which a requirement may refer to something in the marking."""
    names = {fact.name for fact in facts_of(marking, register)}
    names |= {"CUI"} if marking.cui else set()
    names |= {*marking.cui, *(name.removeprefix("SP-") for name in marking.cui)}
    if marking.nato:
        names |= {"NATO", marking.nato}
    if marking.joint:
        names.add("JOINT")
    if marking.fgi:
        names.add("FGI")
    if {"SBU NOFORN", "LES NOFORN"} & names:
        names.add("NOFORN")
    return frozenset(names)


def _of_token(token: str, register: Register) -> Iterator[Fact]:
    control = register.control(token)
    if control is not None and control.form != "system":
        yield _of_word(control)
        return
    name, *compartments = token.split("-")
    system = register.control(name.split(" ")[0])
    if system is None:
        return
    yield Fact(
        name=system.name,
        category=system.category,
        levels=system.levels,
        requires=() if compartments and system.needs_part else system.requires,
        excludes=system.excludes,
        incomplete=system.needs_part and not compartments,
        until=system.until,
        successor=system.successor,
    )
    for compartment in compartments:
        words = compartment.split(" ")
        part = _part(system, words[0])
        if part is not None:
            yield _of_part(f"{system.name}-{words[0]}", system, part, has_subs=len(words) > 1)


def _of_word(control: Control) -> Fact:
    return Fact(
        name=control.name,
        category=control.category,
        levels=control.levels,
        requires=control.requires,
        excludes=control.excludes,
        until=control.until,
        successor=control.successor,
    )


def _part(system: Control, name: str) -> Part | None:
    named = next((part for part in system.parts if part.name == name), None)
    patterns = (p for p in system.parts if p.pattern and re.fullmatch(p.pattern, name))
    return named or next(patterns, None)


def _of_part(name: str, system: Control, part: Part, *, has_subs: bool) -> Fact:
    return Fact(
        name=name,
        category=system.category,
        levels=part.sub_levels if has_subs and part.sub_levels else part.levels,
        requires=part.sub_requires if has_subs and part.sub_requires else part.requires,
        excludes=part.sub_excludes if has_subs and part.sub_excludes else part.excludes,
        until=part.until,
        successor=system.name if part.until else None,
    )
