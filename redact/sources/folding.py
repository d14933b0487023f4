"""Folding a text: reduces letters to plain ones, however they are drawn, encoded or decorated."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from redact.patterns import pattern
from redact.sources.lookalikes import LOOKALIKES, SPELT_OUT
from redact.sources.span import Span
from redact.values import dataclass

_INVISIBLE = frozenset(("Cf", "Mn", "Me", "Cc", "Cs", "Co"))
_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_CONTROL = pattern("[\\x00-\\x08\\x0b-\\x0c\\x0e-\\x1f\\x7f]")

_LETTER_NAMED = pattern(
    r"(?:LATIN (?:SMALL|CAPITAL) LETTER|LATIN LETTER SMALL CAPITAL|MODIFIER LETTER SMALL"
    r"|MODIFIER LETTER CAPITAL|REGIONAL INDICATOR SYMBOL LETTER"
    r"|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER) ([A-Z])(?: WITH .*)?"
)
"""Unicode names of letters that have no decomposition: B with hook, R in a black circle."""

_CODED = pattern(
    r"\x1b\[[0-9;?]{0,20}[A-Za-z]"  # the colour of a terminal
    r"|(?:_\x08|([^\r\n])\x08(?=\1)){1,4}[^\r\n]"  # underlined or printed twice by a line printer
    r"|<(?:/?[A-Za-z][^<>\r\n]{0,80}|!--[^<>\r\n]{0,80}--)>"
    r"|&(?:#\d{1,10};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z]{2,10};)"
    r"|(?:=[0-9A-F]{2}){3,200}|(?:%[0-9A-Fa-f]{2}){3,200}"
    r"|(?<=[^\W\d_])(?:(?:=[0-9A-F]{2}){1,4}|(?:%[0-9A-Fa-f]{2}){1,4})"
    r"|(?:(?:=[0-9A-F]{2}){1,4}|(?:%[0-9A-Fa-f]{2}){1,4})(?=[a-z])"
    r"|\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})"
    r"|[\xc2\xc3][^\x00-\x7f]|[\xc4\xc5][^\x00-\x7f\u2013\u2014\u2018-\u201d]"
)
"""Encoded letters, and invisible codes between letters.

The last line matches UTF-8 read as Windows-1252, which mail and web pages leave in accented names.
"""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without case, accents and zero-width characters.

    ``offsets[i]`` is the original offset of character ``i``; one more entry gives the end.
    """

    text: str
    offsets: tuple[int, ...] | range

    def original(self, start: int, end: int) -> Span:
        """The span of the original that ``text[start:end]`` came from."""
        last = self.offsets[end - 1] if end > start else self.offsets[end]
        while self.offsets[end] == last and end < len(self.text):
            end += 1  # a letter in brackets folds to three characters with one offset
        return Span(self.offsets[start], self.offsets[end])


NOT_SHOWN = "\x1b"
"""What replaces markup and terminal codes in a folded text."""


def fold(text: str) -> Folded:
    """``text`` in lower case, accents dropped, codes decoded, invisible characters removed."""
    ascii_only = text.isascii() and not _CONTROL.search(text)
    may_be_coded = not ascii_only or any(sign in text for sign in "&<=%\\")
    if ascii_only and not (may_be_coded and _CODED.search(text)):
        return Folded(text.casefold(), range(len(text) + 1))
    letters: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in _CODED.finditer(text):
        _take(text, done, match.start(), letters, offsets)
        shown = _decoded(match[0])
        folded = match[0] if shown is None else shown
        step = 1 if shown is None else 0
        for index, char in enumerate(folded):
            for letter in _folded_char(char) if char != NOT_SHOWN else char:
                letters.append(letter)
                offsets.append(match.start() + index * step)
        done = match.end()
    _take(text, done, len(text), letters, offsets)
    offsets.append(len(text))
    return Folded("".join(letters), tuple(offsets))


def without(folded: Folded, stretches: Iterable[Span]) -> Folded:
    """``folded`` without the given spans of its original, which are sorted and disjoint."""
    letters: list[str] = []
    offsets: list[int] = []
    begin = 0
    for stretch in stretches:
        end = bisect_left(folded.offsets, stretch.start, begin)
        letters.append(folded.text[begin:end])
        offsets += folded.offsets[begin:end]
        begin = bisect_left(folded.offsets, stretch.end, end)
    letters.append(folded.text[begin:])
    offsets += folded.offsets[begin:]
    return Folded("".join(letters), tuple(offsets))


def _take(text: str, start: int, end: int, letters: list[str], offsets: list[int]) -> None:
    for offset in range(start, end):
        for letter in _folded_char(text[offset]):
            letters.append(letter)
            offsets.append(offset)


def _decoded(code: str) -> str | None:
    """What a reader of the rendered page sees; ``None`` when the text is not a code after all."""
    if code[0] == "\x1b" or code[0] == "<":
        return NOT_SHOWN
    if "\x08" in code:
        return code[-1]
    if code[0] == "&":
        from html import unescape  # only texts with entities need it

        shown = unescape(code)
        return None if shown == code else shown
    if code[0] == "\\":
        return chr(int(code[2:], 16))
    data = bytes.fromhex(code.replace(code[0], " ")) if code[0] in "=%" else _as_bytes(code)
    for encoding in ("utf-8", "cp1252") if code[0] in "=%" else ("utf-8",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _as_bytes(code: str) -> bytes:
    """The bytes that Windows-1252 shows as ``code``; its five gaps are read as Latin-1."""
    return b"".join(
        char.encode("latin-1") if ord(char) < 256 else char.encode("cp1252", "ignore")
        for char in code
    )


@lru_cache(maxsize=4096)
def _folded_char(char: str) -> str:
    if char in _LINE_ENDS:
        return "\n"
    if char == "\t":
        return char
    if char in "\u115f\u1160\u3164\uffa0":
        return ""  # Hangul fillers: letters to Unicode, blank to the eye
    if unicodedata.category(char) == "Pd" or char == "\N{MINUS SIGN}":
        return "-"
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", char).casefold()
        if unicodedata.category(c) not in _INVISIBLE
    )
    return "".join(SPELT_OUT.get(c) or LOOKALIKES.get(c) or _letter_named(c) for c in plain)


def _letter_named(char: str) -> str:
    """The Latin letter in the character's Unicode name, else the character itself."""
    if char.isascii():
        return char
    match = _LETTER_NAMED.fullmatch(unicodedata.name(char, ""))
    return match[1].lower() if match else char
