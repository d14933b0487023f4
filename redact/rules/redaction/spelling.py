"""Other ways to write a name that still give it away: transliterations, initials, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from redact.patterns import pattern
from redact.sources import Span
from redact.sources.wording import Folded, name_words, surname_of

_LONG_ENOUGH = 5
"""Letters a surname needs before another spelling of it is looked for."""
_WORD = pattern(r"[^\W\d_]+")
_HANDLE = pattern(r"[a-z0-9._-]+(?=@)|(?<=@)[a-z0-9._]+|[a-z]+[._][a-z]+")

# Pairs in which systems of transliteration differ, longest first: Shchyokin, Schekin, Ščekin.
_SAME_SOUND = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("zh", "z"),
    ("ts", "c"), ("tz", "c"), ("dj", "j"), ("dzh", "j"), ("ph", "f"), ("th", "t"), ("gh", "g"),
    ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("ee", "i"), ("oo", "u"), ("ou", "u"),
    ("iy", "i"), ("yi", "i"), ("ij", "i"), ("ii", "i"), ("ye", "e"), ("yo", "o"), ("yu", "u"),
    ("ya", "a"), ("ia", "a"), ("iu", "u"), ("io", "o"), ("y", "i"), ("j", "i"),
    ("ae", "a"), ("oe", "o"), ("ue", "u"),
)  # fmt: skip
_ENDINGS = (("ff", "v"), ("ov", "ev"))


def other_spellings(name: str, folded: Folded) -> Iterator[tuple[Span, str]]:
    """Where another spelling of a name stands, and what it is: ``transliteration``, ``initials``
    or ``handle``. The name itself, as it is written, is not told.
    """
    surname = surname_of(name)
    if surname is None:
        return
    words = name_words(name)
    if len(surname) >= _LONG_ENOUGH:
        sound = _sound(surname)
        for match in _WORD.finditer(folded.text):
            word = match[0]
            if word != surname and _sound(word) == sound:
                yield folded.original(*match.span()), "transliteration"
    given = [word for word in words if word != surname]
    if not given:
        return
    handles = {
        shape
        for first in given
        for shape in (
            first[0] + surname,
            surname + first[0],
            first + surname,
            f"{first}.{surname}",
            f"{first}_{surname}",
            f"{first[0]}.{surname}",
            f"{surname}.{first}",
        )
    }
    for match in _WORD.finditer(folded.text):
        if match[0] in handles:
            yield folded.original(*match.span()), "handle"
    for match in _HANDLE.finditer(folded.text):
        if match[0] in handles and not match[0].isalpha():
            yield folded.original(*match.span()), "handle"
    letters = [word[0] for word in (*given, surname)]
    dotted = r"(?<![\w.])" + r"\.[ ]?".join(map(re.escape, letters)) + r"\.(?!\w)(?!\s?[a-z]\.)"
    for match in re.finditer(dotted, folded.text):
        yield folded.original(*match.span()), "initials"


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    """A rough key that spellings of one name in different systems share."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            word = word[: -len(ending)] + instead
    for letters, sound in _SAME_SOUND:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", word)
