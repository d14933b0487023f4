"""Parsed markings, cached because a document repeats a few of them many times."""

from __future__ import annotations

from functools import lru_cache

from redact.markings.level import find_level
from redact.markings.marking import Marking
from redact.markings.parse import parse_marking
from redact.markings.register import Register


@lru_cache(maxsize=4096)
def read_portion_mark(mark: str, register: Register) -> Marking | None:
    """The marking in ``mark`` (the text between the brackets), ``None`` when it is not one."""
    return parse_marking(mark, register, "portion").marking


@lru_cache(maxsize=4096)
def likely_portion_mark(mark: str, register: Register) -> str | None:
    """The mark probably intended by one that cannot be parsed."""
    return parse_marking(mark, register, "portion").meant


@lru_cache(maxsize=1024)
def read_banner(banner: str, register: Register) -> Marking | None:
    """The marking on a banner line, its level spaced out or not; ``None`` when unreadable."""
    marking = parse_marking(banner, register, "banner").marking
    if marking is not None:
        return marking
    level = find_level(banner, register)
    if level is None or level[1].end < len(banner.rstrip()):
        return None
    name = level[0]
    if register.level(name):
        return Marking(level=name)
    return Marking(level="UNCLASSIFIED", non_ic=(name,))
