"""The text of a public copy as its reader sees it: a row of letters and the gaps between them.

This is the proof's own reader. It shares no code with the planning or writing of the copy.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

BARRIER = "\uffff"
"""A noncharacter that replaces labels, so that nothing is matched across them."""

HIDDEN = "\ufdd0"
"""A noncharacter for markup and terminal codes, which a page does not show."""

_CODES = pattern(
    "(?P<hidden>\x1b\\[[0-9;?]{0,20}[A-Za-z]|<!--[^<>\r\n]{0,80}-->|</?[A-Za-z][^<>\r\n]{0,80}>)"
    "|(?P<overprinted>(?:_\x08|(?P<first>[^\r\n])\x08(?=(?P=first))){1,4}[^\r\n])"
    "|(?P<entity>&(?:#[0-9]{1,10};?|#[xX][0-9A-Fa-f]{1,8};?|[A-Za-z0-9]{2,10};))"
    "|(?P<escape>\\\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}))"
    "|(?P<row>(?:=[0-9A-F]{2}){3,200}|(?:%[0-9A-Fa-f]{2}){3,200})"
    "|(?<=[A-Za-z])(?P<octets>(?:=[0-9A-F]{2}){1,4}|(?:%[0-9A-Fa-f]{2}){1,4})"
    "|(?P<opening>(?:=[0-9A-F]{2}){1,4}|(?:%[0-9A-Fa-f]{2}){1,4})(?=[a-z])"
    "|(?P<misread>[\u00c2\u00c3][^\x00-\x7f])"
)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text with their offsets, and all visible characters.

    ``row`` holds the folded letters, ``at[i]`` the index of letter ``i`` in ``seen``, ``seen``
    every visible folded character, and ``offsets`` the offset of each of them in the text.
    """

    row: str
    at: tuple[int, ...]
    seen: str
    offsets: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The span of the text from letter ``first`` to letter ``last``, both included."""
        return Span(self.offsets[self.at[first]], self.offsets[self.at[last]] + 1)

    def gap(self, index: int) -> str:
        """The characters between letter ``index`` and the next."""
        return self.seen[self.at[index] + 1 : self.at[index + 1]]


def read_letters(text: str, without: tuple[Span, ...] = ()) -> Letters:
    """``text`` as a row of letters, as if the spans in ``without`` were absent."""
    row: list[str] = []
    at: list[int] = []
    seen: list[str] = []
    offsets: list[int] = []
    left_out = {offset for span in without for offset in range(span.start, span.end)}
    for offset, char in _shown(text):
        if offset in left_out:
            continue
        for plain in char.lower() if " " <= char <= "~" or char in "\t\n\r" else _plain(char):
            if plain.isalnum():
                row.append(plain)
                at.append(len(seen))
            seen.append(plain)
            offsets.append(offset)
    return Letters("".join(row), tuple(at), "".join(seen), tuple(offsets))


def _shown(text: str) -> Iterator[tuple[int, str]]:
    """Every character with its offset; the characters of a code get the offset of its start."""
    here = 0
    for code in _CODES.finditer(text):
        yield from enumerate(text[here : code.start()], here)
        meant = _meant(code)
        if meant is None:
            yield from enumerate(code[0], code.start())
        else:
            yield from ((code.start(), char) for char in meant)
        here = code.end()
    yield from enumerate(text[here:], here)


def _meant(code: re.Match[str]) -> str | None:
    written = code[0]
    match code.lastgroup:
        case "hidden":
            return HIDDEN
        case "overprinted":
            return written[-1]
        case "entity":
            meant = unescape(written)
            return meant if meant != written else None
        case "escape":
            return chr(int(written[2:], 16))
        case "misread":
            return _in_utf8(_octets(written))
    octets = bytes(int(pair, 16) for pair in re.findall("[0-9A-Fa-f]{2}", written))
    return _in_utf8(octets) or octets.decode("cp1252", "replace")


def _octets(written: str) -> bytes:
    return bytes(ord(c) if ord(c) < 256 else c.encode("cp1252", "replace")[0] for c in written)


def _in_utf8(octets: bytes) -> str | None:
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return None


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if char in "\v\f\x1c\x1d\x1e\x85\u2028\u2029":
        return "\n"
    if unicodedata.category(char) == "Pd" or char == "\N{MINUS SIGN}":
        return "-"
    if char in (BARRIER, HIDDEN):
        return char
    if char in "\u115f\u1160\u3164\uffa0":
        return ""  # fillers, which are letters to Unicode
    taken_apart = unicodedata.normalize("NFKD", char).casefold()
    unseen = ("Cf", "Mn", "Me", "Cc", "Co")
    visible = (c for c in taken_apart if unicodedata.category(c) not in unseen)
    return "".join(_LIGATURES.get(c) or _TWINS.get(c) or _called(c) for c in visible)


def _called(char: str) -> str:
    """The base letter in the Unicode name of a Latin one with a stroke or frame: B WITH HOOK."""
    words = [] if char.isascii() else unicodedata.name(char, "").split(" WITH ")[0].split()
    latin = "LATIN" in words or "REGIONAL" in words
    return words[-1].lower() if latin and len(words[-1]) == 1 else char


_LIGATURES = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th",
              "ı": "i", "ħ": "h", "ŋ": "n"}  # fmt: skip
_TWINS = {
    **dict(zip("авекмнорстухіјѕһԁӏԛԝүօս", "abekmhopctyxijshdlqwyou", strict=True)),
    **dict(zip("αβγεηικνορτυχω", "abyenikvoptuxw", strict=True)),
    **dict(zip("հցյզոքԍ", "hgjqnpg", strict=True)),
    **dict(zip("ᎪᏴᏟᏣᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏒᏚᎢᏙᎳᏔᎩᎽᏃ", "abccdeghjklmprrstvwwyyz", strict=True)),
    **dict(zip("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz", strict=True)),
    **dict(zip("ɑɡɩⲅⲟⲣⲥⲕⲏ", "agiropckh", strict=True)),
}
"""Letters of other alphabets that a reader mistakes for Latin ones."""
