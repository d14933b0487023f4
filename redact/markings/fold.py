"""Reading through look-alike characters, for marks only.

A mark may contain a Cyrillic letter that looks Latin, a full-width letter or a zero-width
character. Folding gives the ASCII text that the eye sees, and the original offset of each of its
characters, so that findings point at the actual text.
"""

from __future__ import annotations

import unicodedata

from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

_LATIN = {
    "A": "АΑᎪ", "B": "ВΒᏴ", "C": "СϹᏟⅭ", "D": "ᎠⅮ", "E": "ЕΕᎬ", "F": "ϜᎰ", "G": "ԌᏀ",
    "H": "НΗᎻ", "I": "ІΙӀⅠ", "J": "ЈᎫ", "K": "КΚᏦ", "L": "ᏞⅬ", "M": "МΜᎷⅯ", "N": "Ν",
    "O": "ОΟՕ", "P": "РΡᏢ", "Q": "Ԛ", "R": "ᎡᏒ", "S": "ЅՏᏚ", "T": "ТΤᎢ", "U": "Սᑌ",
    "V": "ѴᏙⅤ", "W": "ԜᎳ", "X": "ХΧⅩ", "Y": "ҮΥУ", "Z": "ΖᏃ",
    "a": "аα", "c": "сϲ", "d": "ԁ", "e": "е", "h": "һ", "i": "іι", "j": "ј", "k": "κк",
    "l": "ӏ", "n": "ո", "o": "оοօ", "p": "рρ", "q": "ԛ", "r": "г", "s": "ѕ", "t": "т",
    "u": "υս", "v": "νѵ", "w": "ԝ", "x": "хχ", "y": "уγ",
    "/": "⁄∕⧸╱", "-": "‐‑‒–—―−﹘⁃", "(": "❨⟮", ")": "❩⟯", ",": "‚", ".": "․",
}  # fmt: skip
"""Characters the eye takes for ASCII ones (from Unicode's list of confusables)."""

_LOOKALIKES = {ord(odd): plain for plain, odds in _LATIN.items() for odd in odds}

_DASHES = frozenset("‐‑‒–—―−")
"""Typographic dashes: unusual in a mark, but not a disguise."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as the eye reads it.

    ``origins[i]`` is the original offset of ``text[i]``, with one more entry for the end.
    ``disguised`` are the spans of the original that are not what they look like: look-alike
    letters, zero-width characters, control characters.
    """

    text: str
    origins: tuple[int, ...] | range
    disguised: tuple[Span, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The span of the original that ``text[start:end]`` came from."""
        if start >= end:
            return Span(self.origins[start], self.origins[start])
        return Span(self.origins[start], self.origins[end - 1] + 1)


_LINE_END = pattern(r"(?P<before>[/-]?)(?P<blank>[ \t]*[\r\n][ \t\r\n]*)(?P<after>[/-]?)")


def fold_mark(text: str) -> Folded:
    """``text`` folded as one marking, which may be wrapped over lines.

    A line end reads as one blank, but as nothing next to a slash or a hyphen, where a marking has
    no blank.
    """
    folded = fold(text)
    if "\n" not in text and "\r" not in text:
        return folded
    dropped: set[int] = set()
    for match in _LINE_END.finditer(text):
        start, end = match.span("blank")
        dropped.update(range(start + int(not (match["before"] or match["after"])), end))
    kept = [i for i in range(len(folded.text)) if folded.origins[i] not in dropped]
    return Folded(
        "".join(folded.text[i] for i in kept),
        (*(folded.origins[i] for i in kept), len(text)),
        folded.disguised,
    )


def fold(text: str) -> Folded:
    """``text`` with look-alikes replaced and zero-width characters removed."""
    if text.isascii() and text.isprintable():
        return Folded(text, range(len(text) + 1))
    letters: list[str] = []
    origins: list[int] = []
    disguised: list[Span] = []
    for offset, char in enumerate(text):
        plain = _plain(char)
        if plain != char and not (char.isspace() or char in _DASHES):
            disguised.append(Span(offset, offset + 1))
        for letter in plain:
            letters.append(letter)
            origins.append(offset)
    origins.append(len(text))
    return Folded("".join(letters), tuple(origins), tuple(disguised))


def _plain(char: str) -> str:
    """The ASCII that ``char`` looks like, ``""`` when it has no width, else ``char`` itself."""
    if char.isascii():
        # A tab or line end inside a wrapped mark reads as a blank; other controls do not print.
        return " " if char in "\t\n\r\f\v" else (char if char.isprintable() else "")
    if ord(char) in _LOOKALIKES:
        return _LOOKALIKES[ord(char)]
    if unicodedata.category(char) in ("Cf", "Cc", "Mn"):
        return ""
    wide = unicodedata.normalize("NFKC", char)
    if wide.isascii():
        return wide
    return "".join(_LOOKALIKES.get(ord(c), c) for c in wide)
