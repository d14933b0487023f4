"""Variant spellings of the same words: the words of a name, and finding a name again in a text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from redact.patterns import pattern
from redact.sources.folding import NOT_SHOWN, Folded, fold
from redact.sources.span import Span
from redact.values import dataclass

_WORD = pattern(r"[^\W_]+")
_LETTER = r"[^\W\d_]"
_HYPHEN = rf"[ \t]*(?:--?|{NOT_SHOWN}{{1,3}})[ \t\r\n]*"
_GAP = r"[\W_]{0,48}"
"""What may come between two letters of a long name, or between two of its words."""
_SPACED = r"[\W_]{1,4}"
_BREAKABLE = 6
"""Minimum letters of a name for anything but letters and digits to be allowed between them."""
_SPACEABLE = 4
"""Minimum letters of a name for its letters to be found spaced out."""
_JOINABLE = 8
"""Minimum letters of a name of several words to be found without its blanks."""

_INITIALS = pattern(r"(?<![^\W\d_])(?:[^\W\d_]\.[ \t]?)+\Z")
_INITIALS_AFTER = pattern(r",[ \t]?(?:[A-Z]\.[ \t]?){0,3}[A-Z]\.(?![ \t]{0,4}[A-Z'’-])")
_INITIALS_REACH = 20
_NO_INITIALS = frozenset(("a.m.", "p.m.", "u.s.", "u.n.", "d.c."))

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"))


def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded."""
    return tuple(re.findall(r"[^\W_]+", fold(text).text))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded: hyphenated line breaks joined, no Jr. or III."""
    joined = re.sub(r"-[ \t]*(?:\r\n|\r|\n)[ \t]*", "", name)
    return tuple(word for word in words_of(joined) if word not in _SUFFIXES)


def surname_of(name: str) -> str | None:
    """The surname, folded: the part before the comma, else the last word; ``None`` for initials."""
    head = name.split(",", 1)[0]
    for part in (head, name):
        full = [word for word in name_words(part) if len(word) > 1]
        if full:
            return full[-1]
    return None


def initials_before(text: str, offset: int) -> Span | None:
    """Initials of given names right before an offset, on its line: ``B.K. `` before a surname."""
    match = _INITIALS.search(text, max(0, offset - _INITIALS_REACH), offset)
    if match is None or match[0].strip().lower() in _NO_INITIALS:
        return None
    return Span(*match.span())


def initials_after(text: str, offset: int) -> Span | None:
    """Initials of given names after a surname and its comma: ``, B.K.``, but not those of the next
    person in a list.
    """
    match = _INITIALS_AFTER.match(text, offset)
    return Span(*match.span()) if match else None


def find_name(folded: Folded, name: str) -> Iterator[Span]:
    """Where a name occurs in a text, however it is written: as given, spaced out, broken over a
    line end or by signs between its letters, its words run together, with or without accents.
    A possessive ending is not part of the span.
    """
    words = name_words(name)
    if not words:
        return
    done = 0
    for start in _letter_row(folded.text).places("".join(words)):
        match = _pattern(words).match(folded.text, start) if start >= done else None
        if match is not None:
            done = match.end()
            yield folded.original(*match.span())


def find_inside_words(folded: Folded, name: str) -> Iterator[Span]:
    """Longer words that contain a folded name of one word: FreeBrandwyck, PBTAYLOR."""
    found = folded.text.find(name)
    while found >= 0:
        start, end = found, found + len(name)
        while start and folded.text[start - 1].isalpha():
            start -= 1
        while end < len(folded.text) and folded.text[end].isalpha():
            end += 1
        if end - start > len(name):
            yield folded.original(start, end)
        found = folded.text.find(name, end)


@dataclass(frozen=True, slots=True)
class _LetterRow:
    """The letters and digits of a folded text, with everything between them removed.

    A name can only occur where its letters occur in this row, and searching the row is far faster
    than matching the name's pattern: otherwise each name of a long list would mean a pass through
    the whole text. ``begins`` and ``offsets`` give where each word begins in the row and the text.
    """

    letters: str
    begins: array[int]
    offsets: array[int]

    def places(self, letters: str) -> Iterator[int]:
        """Text offsets where the letters begin, in order; matches may overlap."""
        found = self.letters.find(letters)
        while found >= 0:
            word = bisect_right(self.begins, found) - 1
            yield self.offsets[word] + found - self.begins[word]
            found = self.letters.find(letters, found + 1)


@lru_cache(maxsize=2)
def _letter_row(text: str) -> _LetterRow:
    words: list[str] = []
    begins, offsets = array("Q"), array("Q")
    length = 0
    for match in _WORD.finditer(text):
        words.append(match[0])
        begins.append(length)
        offsets.append(match.start())
        length += len(match[0])
    return _LetterRow("".join(words), begins, offsets)


@lru_cache(maxsize=2048)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    letters = "".join(words)
    between = _GAP if len(letters) >= _JOINABLE else _GAP.replace("0,", "1,")
    forms = [between.join(_broken(word) for word in words)]
    if len(words[-1]) >= _BREAKABLE:
        # The plural of a family name, and the possessive that telegrams write without apostrophe.
        forms[0] += "s?"
    if len(letters) >= _SPACEABLE:
        forms.append(_SPACED.join(map(re.escape, letters)))
    before, after = _kind(letters[0]), _kind(letters[-1])
    return re.compile(rf"(?<!{before})(?:{'|'.join(forms)})(?!{after})")


def _kind(char: str) -> str:
    """What must not continue where a name begins or ends: letters after a letter, else digits."""
    return _LETTER if char.isalpha() else r"\d"


def _broken(word: str) -> str:
    """A pattern for a word that may be broken at any letter, by anything if it is long enough."""
    if len(word) < _SPACEABLE:
        return re.escape(word)
    gap = _GAP if len(word) >= _BREAKABLE else f"(?:{_HYPHEN})?"
    return gap.join(map(re.escape, word))
