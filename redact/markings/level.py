"""The level stated on a line, with or without blanks between its letters."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.markings.fold import fold
from redact.markings.register import Register
from redact.sources import Span

_CACHED_LENGTH = 320
"""Longer texts are not level lines; caching them would let a hostile file fill memory."""


def find_level(text: str, register: Register) -> tuple[str, Span] | None:
    """The level at the start of ``text`` and its span; leading blanks are allowed.

    Matched in any case and with blanks between letters, since telegrams space their level out
    (``C O N F I D E N T I A L``) and scans lose or add blanks. The name is that of a level of the
    register, or of an administrative label used in place of one (LIMITED OFFICIAL USE).
    ``None`` when the line starts with neither.
    """
    return _find(text, register) if len(text) > _CACHED_LENGTH else _cached_find(text, register)


@lru_cache(maxsize=512)  # several readers query the same line, and pages repeat theirs
def _cached_find(text: str, register: Register) -> tuple[str, Span] | None:
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
    """(spelling, name) pairs, longest spelling first so that TOP SECRET precedes SECRET."""
    pairs = [
        (spelling, level.name)
        for level in register.levels
        for spelling in {level.word, *level.telegram}
    ] + [(spelling, label.name) for label in register.labels for spelling in label.telegram]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@lru_cache(maxsize=16)
def _initials(register: Register) -> frozenset[str]:
    """The initial letters of levels and labels: most lines begin with another letter."""
    return frozenset(spelling[:1] for spelling, _ in _spellings(register))


@lru_cache(maxsize=16)
def level_names(register: Register) -> tuple[str, ...]:
    """The level or label that each group of the pattern stands for."""
    return tuple(name for _, name in _spellings(register))


@lru_cache(maxsize=16)
def level_pattern(register: Register) -> re.Pattern[str]:
    """A case-insensitive pattern with one group ``s0``, ``s1``, … per spelling.

    Each letter may be followed by blanks and a hyphen (``S-E-C-R-E-T``); matching takes linear
    time.
    """
    groups = (
        f"(?P<s{index}>{'[ -]*'.join(map(re.escape, spelling.replace(' ', '')))})"
        for index, (spelling, _) in enumerate(_spellings(register))
    )
    return re.compile(rf"[ ]*(?:{'|'.join(groups)})(?![A-Za-z0-9])", re.IGNORECASE)
