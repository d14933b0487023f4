"""Matching the spellings that different romanization systems give to one name.

Zhirinovskiy and Zhirinovsky, Petrushenko and Petrouchenko, Hussein and Husayn.
"""

from __future__ import annotations

import functools
import re

# Longer spellings first; each pair is a spelling and the sound it stands for.
_SOUNDS = (
    ("shch", "s"), ("tsch", "s"), ("sch", "s"), ("tch", "s"), ("dzh", "j"), ("zh", "j"),
    ("dj", "j"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"),
    ("ks", "x"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ij", "i"), ("ei", "i"), ("ey", "i"),
    ("ay", "i"), ("ai", "i"), ("oe", "o"), ("ae", "a"), ("ue", "u"), ("w", "v"), ("y", "i"),
    ("q", "k"), ("tz", "ts"), ("o", "u"), ("e", "i"),
)  # fmt: skip
_PATTERN = re.compile("|".join(written for written, _ in _SOUNDS))
_SOUND = dict(_SOUNDS)
_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"[yi](?=[aeiouy])")
_ENDING = re.compile(r"[eo](?:ff?|v|w)$")

SHORTEST = 6
"""Minimum letters of a name for another spelling of it to be recognized."""


@functools.lru_cache(maxsize=16_384)
def sound_of(folded: str) -> str:
    """A key shared by the common spellings of one name; short names are too alike for it."""
    plain = _ENDING.sub("v", _GLIDE.sub("", folded))
    return _DOUBLED.sub(r"\1", _PATTERN.sub(lambda m: _SOUND[m[0]], plain))
