"""The level a line states, spaced or not."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.markings.fold import fold
from redact.markings.register import Register
from redact.sources import Span

_CACHED_LENGTH = 320
"""Longer texts are no lines of a level; keeping them would let a hostile file fill memory."""


def find_level(text: str, register: Register) -> tuple[str, Span] | None:
    """The level at the start of ``text`` and where it stands; blanks may come before it.

    Read in any case and with blanks between its letters, since telegrams space their level out
    (``C O N F I D E N T I A L``) and scans lose or add blanks. The name is that of a level of the
    register, or of an administrative label that stands in the place of one (LIMITED OFFICIAL USE).
    ``None`` when the line starts with neither.
    """
    return _find(text, register) if len(text) > _CACHED_LENGTH else _remembered(text, register)


@lru_cache(maxsize=512)  # several readers ask of the same line, and pages repeat theirs
def _remembered(text: str, register: Register) -> tuple[str, Span] | None:
    return _find(text, register)


def _find(text: str, register: Register) -> tuple[str, Span] | None:
    first = text.lstrip(" ")[:1]
    if first.isascii() and first.isprintable() and first.upper() not in _initials(register):
        return None
    is_plain = text.isascii() and text.isprintable()
    folded = None if is_plain else fold(text)
    match = level_pattern(register).match(folded.text if folded else text)
    if match is None or match.lastgroup is None:
        return None
    name = level_names(register)[int(match.lastgroup[1:])]
    place = match.span(match.lastgroup)
    return name, folded.span(*place) if folded else Span(*place)


@lru_cache(maxsize=16)
def _spellings(register: Register) -> tuple[tuple[str, str], ...]:
    """(spelling, name), longest spelling first so that TOP SECRET goes before SECRET."""
    pairs = [
        (spelling, level.name)
        for level in register.levels
        for spelling in {level.word, *level.telegram}
    ] + [(spelling, label.name) for label in register.labels for spelling in label.telegram]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=16)
def _initials(register: Register) -> frozenset[str]:
    """The letters a level or label begins with: most lines begin with another."""
    return frozenset(spelling[:1] for spelling, _ in _spellings(register))


@lru_cache(maxsize=16)
def level_names(register: Register) -> tuple[str, ...]:
    """Name of the level or label that each group of the pattern stands for."""
    return tuple(name for _, name in _spellings(register))


@lru_cache(maxsize=16)
def level_pattern(register: Register) -> re.Pattern[str]:
    """A pattern with one group ``s0``, ``s1``, … per spelling, in any case.

    Blanks and hyphens may stand between any two letters (``S-E-C-R-E-T``); matching takes time in
    proportion to the text.
    """
    groups = (
        f"(?P<s{index}>{'[ -]*'.join(map(re.escape, spelling.replace(' ', '')))})"
        for index, (spelling, _) in enumerate(_spellings(register))
    )
    return re.compile(rf"[ ]*(?:{'|'.join(groups)})(?![A-Za-z0-9])", re.IGNORECASE)
