"""The same words written differently: folding a text, and finding a name again in it."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from redact.patterns import pattern
from redact.sources.span import Span
from redact.values import dataclass

_SPELT_OUT = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th",
    "ı": "i", "ħ": "h", "ŋ": "n",
}  # fmt: skip
"""Letters that Unicode does not take apart into an ASCII letter and a mark."""

_INVISIBLE = frozenset(("Cf", "Mn", "Me", "Cc"))
_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")

_CONTROL = pattern("[\\x00-\\x08\\x0b-\\x0c\\x0e-\\x1f\\x7f]")

_LOOKALIKES = dict(
    zip("авекмнорстухіјѕһԁԛԝӏαεικνορτυχ", "abekmhopctyxijshdqwlaeikvoptux", strict=True)
)
"""Cyrillic and Greek letters that look like Latin ones, small or capital."""

_WORD = pattern(r"[^\W_]+")
_LETTER = r"[^\W\d_]"
_BREAK = r"[ \t]*(?:--?|[=\r\n])[ \t\r\n]*"
_HYPHEN = r"[ \t]*--?[ \t\r\n]*"
_SPACED = r"[ \t.\-_*]{1,3}"
_BETWEEN_WORDS = r"[\W_]{1,8}"
_BREAKABLE = 6
"""Letters a name needs before two parts of it on two lines, without a hyphen, are read as one."""
_SPACEABLE = 4
"""Letters a name needs before its letters with blanks between them are read as the name."""

_INITIALS = pattern(r"(?<![^\W\d_])(?:[^\W\d_]\.[ \t]?)+\Z")
_INITIALS_REACH = 20
_NO_INITIALS = frozenset(("a.m.", "p.m.", "u.s.", "u.n.", "d.c."))

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without case, accents and characters without width.

    ``offsets[i]`` is where character ``i`` came from in the original; one more entry is its end.
    """

    text: str
    offsets: tuple[int, ...] | range

    def original(self, start: int, end: int) -> Span:
        """The stretch of the original behind ``text[start:end]``."""
        return Span(self.offsets[start], self.offsets[end])


def fold(text: str) -> Folded:
    """``text`` in lower case, ASCII letters for accented ones, nothing invisible."""
    if text.isascii() and not _CONTROL.search(text):
        return Folded(text.casefold(), range(len(text) + 1))
    letters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for letter in _folded_char(char):
            letters.append(letter)
            offsets.append(offset)
    offsets.append(len(text))
    return Folded("".join(letters), tuple(offsets))


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    if char in _LINE_ENDS:
        return "\n"
    if char == "\t":
        return char
    if unicodedata.category(char) == "Pd" or char == "\N{MINUS SIGN}":
        return "-"
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", char).casefold()
        if unicodedata.category(c) not in _INVISIBLE
    )
    return "".join(_SPELT_OUT.get(c) or _LOOKALIKES.get(c, c) for c in plain)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a short text, folded."""
    return tuple(re.findall(r"[^\W_]+", fold(text).text))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded: words broken over a line joined, no Jr. or III."""
    joined = re.sub(r"-[ \t]*(?:\r\n|\r|\n)[ \t]*", "", name)
    return tuple(word for word in words_of(joined) if word not in _SUFFIXES)


def surname_of(name: str) -> str | None:
    """The surname, folded: before the comma, else the last word; ``None`` for initials only."""
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


def find_name(folded: Folded, name: str) -> Iterator[Span]:
    """Where a name stands in a text, however it is written: as it is, spaced out, broken over a
    line end, with or without its accents. A possessive ending stays outside the span.
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


@dataclass(frozen=True, slots=True)
class _LetterRow:
    """The letters and digits of a folded text without what stands between them.

    A name stands only where its letters stand in this row, which is found far quicker than by its
    pattern: a long list of names would else be a walk through the whole text for each of them.
    ``begins`` and ``offsets`` are where each word begins in the row and in the text.
    """

    letters: str
    begins: array[int]
    offsets: array[int]

    def places(self, letters: str) -> Iterator[int]:
        """Where in the text the letters begin, in order; places may overlap."""
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
    forms = [_BETWEEN_WORDS.join(_broken(word) for word in words)]
    if len(words[-1]) >= _BREAKABLE:
        # Plain plural of a family, and the possessive that telegrams write without its apostrophe.
        forms[0] += "s?"
    if len(letters) >= _SPACEABLE:
        forms.append(_SPACED.join(map(re.escape, letters)))
    before, after = _kind(letters[0]), _kind(letters[-1])
    return re.compile(rf"(?<!{before})(?:{'|'.join(forms)})(?!{after})")


def _kind(char: str) -> str:
    """What must not go on where a name begins or ends: letters after a letter, else digits."""
    return _LETTER if char.isalpha() else r"\d"


def _broken(word: str) -> str:
    """A word that may be broken at any letter, over a line end when it is long enough."""
    gap = _BREAK if len(word) >= _BREAKABLE else _HYPHEN
    return f"(?:{gap})?".join(map(re.escape, word)) if len(word) >= _SPACEABLE else re.escape(word)
