"""Other ways to read a text: words in an encoding, backwards or disguised."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Sequence

from redact.patterns import pattern
from redact.sources import Span
from redact.sources.folding import Folded, fold
from redact.values import dataclass

_BASE64 = pattern(
    r"(?<![\w+/])[A-Za-z0-9+/_-]{16,1000000}(?:\r?\n[A-Za-z0-9+/_-]{4,1000000}){0,1000000}={0,2}"
)
_HEX = pattern(r"(?<![^\W_])(?:(?:0x|\\x)?[0-9A-Fa-f]{2}[ \t\r\n:,-]{0,2}){5,1000000}(?![^\W_])")
_HEX_PAIR = pattern(r"[0-9A-Fa-f]{2}")
_HEX_SIGN = pattern(r"0x|\\x")
_APART = pattern(r"(?<![^\W_])(?:[^\W_][ \t\r\n.*-]{1,6}){12,1000000}[^\W_](?![^\W_])")
_MIXED = pattern(r"[^\W\d_][0-9@$!|+]|[0-9@$!|+][^\W\d_]")
_LINE_INITIAL = pattern(r"^[^\w\r\n]{0,20}([^\W_])", re.MULTILINE)
_WORD_INITIAL = pattern(r"(?<![\w'’])([^\W_])")

_DRAWN = str.maketrans("4@0135$78!|9+", "aaoiesstbiigt")
_DRAWN_L = str.maketrans("4@0135$78!|9+", "aaolesstbllgt")
"""Digits and signs drawn for letters; the one is an i to some and an l to others."""
_TURNED = "ɐɔǝɟƃɥɾʞɯɹʇʌʍʎ"
_UPRIGHT = str.maketrans(f"{_TURNED}bqdpnu", "acefghjkmrtvwyqbpdun")
"""Upside-down letters, and those that become one another."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as it reads in one way, named by ``kind``.

    It ``is_sure`` if any program decodes it; otherwise somebody must guess. ``whole`` is the span
    that contains all of it; without that each character has its own place in ``offsets``.
    """

    kind: str
    is_sure: bool
    text: str
    offsets: Sequence[int] = ()
    whole: Span | None = None

    def place(self, span: Span) -> Span:
        """Where a stretch of the reading is in the text itself."""
        if self.whole is not None:
            return self.whole
        ends = self.offsets[span.start], self.offsets[span.end - 1]
        return Span(min(ends), max(ends) + 1)


def other_readings(text: str, folded: Folded) -> Iterator[Reading]:
    """The other ways to read a text, of which ``folded`` is the plain one; longest codes first."""
    yield from _coded(text)
    for match in _APART.finditer(text):
        letters = "".join(filter(str.isalnum, match[0]))
        yield Reading("letters apart", False, fold(letters).text, whole=Span(*match.span()))
    places = folded.offsets[:-1]
    back, last_first = folded.text[::-1], places[::-1]
    yield Reading("backwards", False, back, last_first)
    if any(letter in back for letter in _TURNED):
        yield Reading("upside down", False, back.translate(_UPRIGHT), last_first)
    if _MIXED.search(folded.text):
        for signs in (_DRAWN, _DRAWN_L):
            yield Reading("digits for letters", False, folded.text.translate(signs), places)
    for kind, first in (("lines", _LINE_INITIAL), ("words", _WORD_INITIAL)):
        found = [match.span(1)[0] for match in first.finditer(folded.text)]
        initials = "".join(folded.text[place] for place in found)
        yield Reading(f"first letters of {kind}", False, initials, [places[n] for n in found])


def _coded(text: str) -> Iterator[Reading]:
    """What the text contains as base64 or as hexadecimal numbers."""
    for match in _HEX.finditer(text):
        numbers = _HEX_PAIR.findall(_HEX_SIGN.sub("", match[0]))
        yield from _shown("hexadecimal", bytes.fromhex("".join(numbers)), Span(*match.span()))
    for match in _BASE64.finditer(text):
        letters = "".join(match[0].split()).rstrip("=").replace("-", "+").replace("_", "/")
        for lost in range(4):  # whoever copied it may have lost some of its beginning
            rest = letters[lost:]
            try:
                data = base64.b64decode(rest[: len(rest) - (len(rest) % 4 == 1)] + "==")
            except binascii.Error:
                continue
            yield from _shown("base64", data, Span(*match.span()))


def _shown(kind: str, data: bytes, place: Span) -> Iterator[Reading]:
    """Bytes as text, when they are any: garbage holds as many signs as letters."""
    shown = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    if 2 * sum(char.isalpha() or char == " " for char in shown) > len(shown):
        yield Reading(kind, True, fold(shown).text, whole=place)
