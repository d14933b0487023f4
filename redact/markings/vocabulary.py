"""The entries of a register: levels, labels, captions, orders and telegram vocabulary."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One classification level and its spellings: banner, telegram line, portion mark, FL4.

    ``name`` is the level on the scale common to all systems (`redact.markings.marking.LEVELS`);
    ``word`` is what this system calls it, the same word unless the register says otherwise;
    ``spellings`` are other forms in use, none of them correct;
    ``valid_to`` the last day on which it was a level of this system.
    """

    name: str
    rank: int
    word: str
    telegram: tuple[str, ...]
    portion: tuple[str, ...]
    security_character: str
    spellings: tuple[str, ...] = ()
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Misnomer:
    """Words used in markings that are not markings of the system, and what to write instead."""

    words: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdministrativeLabel:
    """A handling label that is not a level (SBU, LIMITED OFFICIAL USE).

    ``rank`` orders labels (SBU 1 below SBU-NF 2); ``telegram`` are spellings used in place of a
    level on a classification line; ``portion`` are accepted spellings in a mark. ``tokens`` are the
    marking tokens that the label stands for, after UNCLASSIFIED.
    """

    name: str
    rank: int
    telegram: tuple[str, ...] = ()
    portion: tuple[str, ...] = ()
    tokens: tuple[str, ...] = ()
    security_character: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionEntry:
    """A caption of the register: ``kind`` (distribution, channel, posting, …) and its conflicts.

    ``excludes`` names captions that conflict with it; ``*`` means any other caption.
    ``restriction`` orders captions, the most restrictive highest. ``needs_control`` is set where
    only classified or administratively controlled documents may carry it.
    """

    name: str
    kind: str
    spellings: tuple[str, ...]
    excludes: tuple[str, ...] = ()
    restriction: int = 0
    needs_control: bool = False
    valid_to: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutiveOrder:
    """A classification order: in force from ``effective`` to ``until``, both included.

    ``max_years`` limits the declassification date, per token of the E.O. line (``default`` for a
    plain date); empty when the order set no limit. ``instructions`` are the kinds of instruction
    its E.O. line may hold, as in ``ExecutiveOrderLine.instruction``.
    """

    number: str
    effective: datetime.date
    until: datetime.date | None
    amended_by: str | None = None
    marking_effective: datetime.date | None = None
    default_years: int | None = None
    max_years: Mapping[str, int]
    instructions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonSection:
    """A section of an order that lists reasons for classification, and when it may be cited."""

    order: str
    section: str
    letters: tuple[str, ...]
    valid_from: datetime.date
    valid_to: datetime.date | None
    meanings: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclassificationTerm:
    """A word of declassification instructions, such as OADR or 25X1, and when it is valid.

    ``kind``: ``exemption`` (needs a date or event), ``exemption-undated`` (stands alone),
    ``x-code``, ``indefinite`` (OADR, MR), ``schedule`` (GDS and its kin). ``valid_from`` is
    ``None`` for a term that was never valid.
    """

    name: str
    kind: str
    meaning: str
    spellings: tuple[str, ...]
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedenceWord:
    """A message precedence: digraph of FL2, prosign of FL5, word; higher ``rank`` is sent first."""

    word: str
    rank: int
    digraph: str
    prosign: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TagsVocabulary:
    """The known TAGS terms: closed lists where they are closed, shapes elsewhere.

    ``subject_initials`` are the letters a four-letter subject term may start with, ``subject`` the
    known ones; ``geographic`` the two-letter place codes; ``person`` the terms that take a name;
    ``organisation`` and ``long`` open lists of known terms.
    """

    subject_initials: str = ""
    subject: frozenset[str] = frozenset()
    program: frozenset[str] = frozenset()
    geographic: frozenset[str] = frozenset()
    person: frozenset[str] = frozenset()
    organisation: frozenset[str] = frozenset()
    long: frozenset[str] = frozenset()
