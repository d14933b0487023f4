"""The controls of a register: what may stand in a marking beside the level."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from redact.values import dataclass

CATEGORIES = ("nato", "sci", "sap", "aea", "fgi", "cui", "dissem", "non_ic")
"""Fields of a `Marking` that hold tokens; a register names those it uses, in banner order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A compartment of a control system.

    ``name`` is what is written after the hyphen, or ``pattern`` what it must look like where the
    names are not published. ``sub`` is what its sub-compartments look like, ``None`` where it has
    none; ``sub_levels`` and ``sub_requires`` are what those ask for instead. ``until`` is the last
    day it was used.
    """

    name: str | None = None
    pattern: str | None = None
    portion: str | None = None
    spellings: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    sub: str | None = None
    sub_levels: tuple[str, ...] = ()
    sub_requires: tuple[str, ...] = ()
    sub_excludes: tuple[str, ...] = ()
    until: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One control of a marking system.

    ``name`` is its banner form, ``portion`` its portion form, ``spellings`` other ways it is met.
    ``behind`` are spellings that mean it only behind another of its category, since elsewhere they
    mean something else. ``joined``: the word for it and another control in one, by the name of the
    other (``COSMIC TOP SECRET``: ``CTSA``); in a banner line a blank may stand between the two.
    ``category`` is the field of a `Marking` it is kept in. ``form``:

    - ``word``: the name alone;
    - ``system``: the name, compartments after hyphens, sub-compartments after blanks;
    - ``list``: the name and codes of countries after it; ``list-before``: the codes go first.
      ``list_field`` is where the codes are kept, ``list_separator`` stands between them.

    ``levels`` are the levels it may stand with (empty: any), ``requires`` and ``excludes`` other
    controls, by name. ``needs_part``: a system that says nothing without a compartment. ``until``
    is the last day it was used, ``successor`` what came in its place. ``attached_by`` is written
    before it instead of the usual separator.
    """

    name: str
    category: str
    portion: str
    title: str = ""
    spellings: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    joined: Mapping[str, str] = field(default_factory=dict, hash=False)
    form: str = "word"
    levels: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    sub: str | None = None
    needs_part: bool = False
    level: str | None = None
    list_field: str | None = None
    list_separator: str = ", "
    attached_by: str | None = None
    until: datetime.date | None = None
    successor: str | None = None
    rolls_up: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CuiCategory:
    """A category of the CUI Registry: ``specified`` and ``basic`` say which kinds exist.

    ``spellings`` are words met in its place that are not its marking: PII for PRVCY.
    """

    name: str
    title: str
    basic: bool
    specified: bool
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """Codes of REL TO, FGI and JOINT lists.

    ``names``: on each line a code and the names its country is written by, separated by semicolons;
    taken apart only when a list holds a word that is no code. ``groups`` are codes of several
    members, with the members where they are published (else empty). ``slips`` are common wrong
    codes and the right one (``None`` where there is none);
    ``first`` is the code every release list starts with.
    """

    codes: frozenset[str] = frozenset()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slips: Mapping[str, str | None] = field(default_factory=dict)
    first: str | None = None
    names: str = ""

    def __contains__(self, code: str) -> bool:
        return code in self.codes or code in self.groups

    def members(self, code: str) -> frozenset[str]:
        """The countries a code stands for; itself when its members are not known."""
        return frozenset(self.groups.get(code) or (code,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a system writes its markings.

    ``category`` separates categories and ``entry`` the entries of one; ``foreign`` stands before
    the marking of another country's system. ``accepted`` are separators taken without remark in
    the place of ``category``. ``remarks`` are words that may follow a mark and say nothing of it.
    ``joint`` is the word of a marking several countries own; ``whole_is_foreign`` is set where
    such markings need no sign before them.
    ``spaced`` is set where levels are written with blanks between their letters, ``label_alone``
    where an administrative label is a mark by itself.
    """

    category: str = "//"
    entry: str = "/"
    foreign: str = "//"
    accepted: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    joint: str | None = None
    spaced: bool = False
    label_alone: bool = False
    whole_is_foreign: bool = False
