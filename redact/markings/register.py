"""The vocabulary of one marking system, loaded from ``policies/registers/*.yaml``."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from functools import cache

from redact.markings.control import Control, Countries, CuiCategory, Style
from redact.markings.register_file import read_register
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
from redact.values import dataclass

__all__ = [
    "AdministrativeLabel",
    "CaptionEntry",
    "DeclassificationTerm",
    "ExecutiveOrder",
    "Level",
    "Misnomer",
    "PrecedenceWord",
    "ReasonSection",
    "Register",
    "TagsVocabulary",
    "load_register",
]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Register:
    """One marking system: everything the parser and the rules know about its words.

    A new marking system is a new file in ``policies/registers``, not new Python. ``name`` is the
    file's name; ``extends`` the registers it builds on, read left to right. ``system`` names the
    register whose canonical spelling its markings use.
    """

    name: str
    title: str
    system: str = "us"
    extends: tuple[str, ...] = ()
    style: Style = field(default_factory=Style)
    categories: tuple[str, ...] = ()
    controls: tuple[Control, ...] = ()
    countries: Countries = field(default_factory=Countries)
    cui_words: tuple[str, ...] = ()
    cui_title: str | None = None
    cui_categories: tuple[CuiCategory, ...] = ()
    levels: tuple[Level, ...] = ()
    labels: tuple[AdministrativeLabel, ...] = ()
    misnomers: tuple[Misnomer, ...] = ()
    captions: tuple[CaptionEntry, ...] = ()
    orders: tuple[ExecutiveOrder, ...] = ()
    order_grace_days: int = 0
    reasons: tuple[ReasonSection, ...] = ()
    declassification: tuple[DeclassificationTerm, ...] = ()
    precedences: tuple[PrecedenceWord, ...] = ()
    security_special: Mapping[str, str] = field(default_factory=dict)
    stations: Mapping[str, str] = field(default_factory=dict)
    tags: TagsVocabulary = field(default_factory=TagsVocabulary)

    def level(self, name: str) -> Level | None:
        """The level of that name on the common scale."""
        return next((level for level in self.levels if level.name == name), None)

    def control(self, name: str) -> Control | None:
        """The control of that name (its banner form)."""
        return next((control for control in self.controls if control.name == name), None)

    def label(self, name: str) -> AdministrativeLabel | None:
        """The administrative label of that name."""
        return next((label for label in self.labels if label.name == name), None)

    def caption(self, text: str) -> CaptionEntry | None:
        """The caption spelt exactly like ``text``, with white space folded and in upper case."""
        return next((entry for entry in self.captions if text in entry.spellings), None)

    def order_on(self, day: datetime.date) -> ExecutiveOrder | None:
        """The classification order in force on a day."""
        return next(
            (o for o in self.orders if o.effective <= day and (o.until is None or day <= o.until)),
            None,
        )


@cache
def load_register(name: str) -> Register:
    """The register of that name, with everything it extends merged in.

    Raises `PolicyError` when there is no such register or registers extend each other in a circle.
    """
    return Register(**read_register(name))
