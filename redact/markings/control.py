"""The controls of a register: what a marking may contain besides the level."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from redact.values import dataclass

CATEGORIES = ("nato", "sci", "sap", "aea", "fgi", "cui", "dissem", "non_ic")
"""Fields of a `Marking` that hold tokens; a register lists those it uses, in banner order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A compartment of a control system.

    ``name`` is written after the hyphen; where the names are not published, ``pattern`` matches
    them instead. ``sub`` is the pattern of its sub-compartments, ``None`` where it has none;
    ``sub_levels`` and ``sub_requires`` are the requirements of those. ``until`` is the last day it
    was used.
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

    ``name`` is its banner form, ``portion`` its portion form, ``spellings`` other forms in use.
    ``behind`` are spellings that mean it only after another control of its category, and mean
    something else elsewhere. ``joined`` gives single words for it and another control, by the name
    of the other (``COSMIC TOP SECRET``: ``CTSA``); banner lines may separate the two by a blank.
    ``category`` is the field of a `Marking` that holds it. ``form``:

    - ``word``: the name alone;
    - ``system``: the name, compartments after hyphens, sub-compartments after blanks;
    - ``list``: the name and then codes of countries; ``list-before``: the codes come first.
      ``list_field`` is the field for the codes, ``list_separator`` separates them.

    ``levels`` are the levels it may be used with (empty: any), ``requires`` and ``excludes`` other
    controls, by name. ``needs_part``: a system that means nothing without a compartment. ``until``
    is the last day it was used, ``successor`` the control that replaced it. ``attached_by`` is
    written before it instead of the usual separator.
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
    """A category of the CUI Registry: ``specified`` and ``basic`` say which variants exist.

    ``spellings`` are words found in its place that are not its marking: PII for PRVCY.
    """

    name: str
    title: str
    basic: bool
    specified: bool
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Countries:
    """Country codes of REL TO, FGI and JOINT lists.

    ``names`` has on each line a code and the names of its country, separated by semicolons; it is
    parsed only when a list holds a word that is not a code. ``groups`` are codes of several
    members, with the members where they are published (else empty). ``slips`` are common wrong
    codes and the right one (``None`` where there is none);
    ``first`` is the code that every release list starts with.
    """

    codes: frozenset[str] = frozenset()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    slips: Mapping[str, str | None] = field(default_factory=dict)
    first: str | None = None
    names: str = ""

    def __contains__(self, code: str) -> bool:
        return code in self.codes or code in self.groups

    def members(self, code: str) -> frozenset[str]:
        """The countries a code stands for; the code itself when its members are not known."""
        return frozenset(self.groups.get(code) or (code,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a system writes its markings.

    ``category`` separates categories and ``entry`` the entries of one; ``foreign`` precedes the
    marking of another country's system. ``accepted`` are separators allowed without remark in place
    of ``category``. ``remarks`` are words that may follow a mark and are not part of it.
    ``joint`` is the word of a marking owned by several countries; ``whole_is_foreign`` is set where
    such markings need no sign before them.
    ``spaced`` is set where levels are written with blanks between their letters, ``label_alone``
    where an administrative label is a complete mark.
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
