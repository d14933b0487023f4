"""Parsed markings, cached because a document repeats a few of them many times."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from redact.markings.level import find_level
from redact.markings.marking import Marking
from redact.markings.parse import parse_marking
from redact.markings.register import Register
from redact.patterns import pattern

_INITIALS = pattern(r"(?:[A-Z]\. ?)+[A-Z]\.?$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_portion_mark(mark: str, register: Register) -> Marking | None:
    """The marking in ``mark`` (the text between the brackets), ``None`` when it is not one.

    Initials are none: ``(U.S.)`` is a country, not UNCLASSIFIED and SECRET.
    """
    if _INITIALS.match(mark):
        return None
    return parse_marking(mark, register, "portion").marking


@lru_cache(maxsize=4096)
def likely_portion_mark(mark: str, register: Register) -> str | None:
    """The mark probably intended by one that cannot be parsed."""
    return parse_marking(mark, register, "portion").meant


@lru_cache(maxsize=1024)
def read_banner(banner: str, register: Register) -> Marking | None:
    """The marking on a banner line, its level spaced out or not; ``None`` when unreadable.

    A handling label alone, such as FOR OFFICIAL USE ONLY, implies UNCLASSIFIED.
    """
    marking = parse_marking(banner, register, "banner").marking
    if marking is not None:
        return replace(marking, level="UNCLASSIFIED") if _is_label(marking, register) else marking
    level = find_level(banner, register)
    if level is None or level[1].end < len(banner.rstrip()):
        return None
    name = level[0]
    if register.level(name):
        return Marking(level=name)
    return Marking(level="UNCLASSIFIED", non_ic=(name,))


def _is_label(marking: Marking, register: Register) -> bool:
    """Whether a marking is an administrative label and nothing else."""
    if marking.level is not None or marking != Marking(
        level=None, dissem=marking.dissem, non_ic=marking.non_ic, system=marking.system
    ):
        return False
    tokens = {token for label in register.labels for token in label.tokens}
    return tokens.issuperset((*marking.dissem, *marking.non_ic)) and bool(
        marking.dissem or marking.non_ic
    )
