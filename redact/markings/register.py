"""The vocabulary of one marking system, loaded from ``policies/registers/*.yaml``."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One classification level and its spellings: banner, telegram line, portion mark, FL4."""

    name: str
    rank: int
    telegram: tuple[str, ...]
    portion: tuple[str, ...]
    security_character: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrativeLabel:
    """A handling label that is no level (SBU, LIMITED OFFICIAL USE): ranked among its kind.

    ``rank`` orders labels (SBU 1 below SBU-NF 2); ``portion`` are accepted spellings in a mark.
    """

    name: str
    rank: int
    telegram: tuple[str, ...]
    portion: tuple[str, ...]
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionEntry:
    """A caption of the register: ``kind`` (distribution, channel, posting, …) and its conflicts."""

    name: str
    kind: str
    spellings: tuple[str, ...]
    excludes: tuple[str, ...] = ()
    restriction: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveOrder:
    """A classification order: in force from ``effective`` to ``until``, both included.

    ``max_years`` limits the declassification date, per token of the E.O. line (``default`` for a
    plain date); empty when the order set no limit.
    """

    number: str
    effective: datetime.date
    until: datetime.date | None
    amended_by: str | None = None
    marking_effective: datetime.date | None = None
    default_years: int | None = None
    max_years: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonSection:
    """A section of an order that lists reasons for classification, and when it may be cited."""

    order: str
    section: str
    letters: tuple[str, ...]
    valid_from: datetime.date
    valid_to: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One marking system: everything the parser and the rules know of its words.

    A new marking system is a new file in ``policies/registers``, not new Python. ``name`` is the
    file's name; ``extends`` the registers it builds on.
    """

    name: str
    title: str
    extends: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    labels: tuple[AdministrativeLabel, ...] = ()
    captions: tuple[CaptionEntry, ...] = ()
    orders: tuple[ExecutiveOrder, ...] = ()
    reasons: tuple[ReasonSection, ...] = ()

    def label(self, name: str) -> AdministrativeLabel | None:
        """The administrative label of that name."""
        return next((label for label in self.labels if label.name == name), None)

    def caption(self, text: str) -> CaptionEntry | None:
        """The caption spelt exactly like ``text``, white space folded, in capitals."""
        return next((entry for entry in self.captions if text in entry.spellings), None)

    def order_on(self, day: datetime.date) -> ExecutiveOrder | None:
        """The classification order in force on a day."""
        return next(
            (o for o in self.orders if o.effective <= day and (o.until is None or day <= o.until)),
            None,
        )
