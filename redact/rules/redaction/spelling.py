"""Other ways to write a name that still give it away: transliterations, initials, handles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from redact.patterns import pattern
from redact.sources import Span
from redact.sources.folding import Folded
from redact.sources.wording import name_words, surname_of
from redact.values import dataclass

_LONG_ENOUGH = 5
"""Letters a surname needs before another spelling of it is looked for."""
_WORD = pattern(r"[^\W\d_]+")
_HANDLE = pattern(r"[a-z0-9._-]+(?=@)|(?<=@)[a-z0-9._]+|[a-z]+[._][a-z]+")
_TWO_INITIALS = pattern(r"(?<![\w.])([^\W_])\.(?=[ ]?([^\W_])\.)")

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
    """Where another spelling of a name is, and of which kind: ``transliteration``, ``initials``
    or ``handle``. The name itself, as it is written, is not one.
    """
    surname = surname_of(name)
    if surname is None:
        return
    seen = _look_at(folded.text)
    given = [word for word in name_words(name) if word != surname]
    for place in _transliterations(surname, seen):
        yield folded.original(*place), "transliteration"
    for place in _handles(given, surname, seen):
        yield folded.original(*place), "handle"
    for place in _initials(given, surname, folded.text, seen):
        yield folded.original(*place), "initials"


_Place = tuple[int, int]


def _transliterations(surname: str, seen: _Seen) -> Iterator[_Place]:
    """Where a word sounds like a surname and is written otherwise."""
    if len(surname) < _LONG_ENOUGH:
        return
    for word in sorted(seen.by_sound.get(_sound(surname), ())):
        if word != surname:
            yield from seen.words[word]


def _handles(given: Iterable[str], surname: str, seen: _Seen) -> Iterator[_Place]:
    """Where a forename or its initial and the surname are one word, or joined by a sign."""
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
    for handle in sorted(handles):
        yield from seen.words.get(handle, ())
        yield from seen.handles.get(handle, ())


def _initials(given: Sequence[str], surname: str, text: str, seen: _Seen) -> Iterator[_Place]:
    """Where the initials of forenames and surname are, each with its period."""
    if not given:
        return
    letters = [word[0] for word in (*given, surname)]
    dotted = re.compile(r"\.[ ]?".join(map(re.escape, letters)) + r"\.(?!\w)(?!\s?[a-z]\.)")
    for start in seen.initials.get((letters[0], letters[1]), ()):
        match = dotted.match(text, start)
        if match is not None:
            yield match.span()


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words, handles and pairs of initials of a folded text with their places in it.

    A long list of names is looked up in them; else each name would be a walk through the text.
    """

    words: Mapping[str, list[_Place]]
    by_sound: Mapping[str, set[str]]
    handles: Mapping[str, list[_Place]]
    initials: Mapping[tuple[str, str], list[int]]


@lru_cache(maxsize=2)
def _look_at(text: str) -> _Seen:
    words: dict[str, list[_Place]] = {}
    handles: dict[str, list[_Place]] = {}
    by_sound: dict[str, set[str]] = {}
    initials: dict[tuple[str, str], list[int]] = {}
    for match in _WORD.finditer(text):
        words.setdefault(match[0], []).append(match.span())
    for word in words:
        by_sound.setdefault(_sound(word), set()).add(word)
    for match in _HANDLE.finditer(text):
        if not match[0].isalpha():
            handles.setdefault(match[0], []).append(match.span())
    for match in _TWO_INITIALS.finditer(text):
        initials.setdefault((match[1], match[2]), []).append(match.start())
    return _Seen(words, by_sound, handles, initials)


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    """A rough key that spellings of one name in different systems share."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            word = word[: -len(ending)] + instead
    for letters, sound in _SAME_SOUND:
        word = word.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", word)
