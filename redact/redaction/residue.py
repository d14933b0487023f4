"""Looking for withheld words in the text of a public copy.

This is the proof's own reader. It shares no code with the plan and with what writes the copy, and
reads the text in another way: as a row of letters, with what stands between them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from redact.sources import Span
from redact.values import dataclass

RUN = 6
SHORTEST_RUN = 3
_BREAKABLE = 6
_SPACEABLE = 4
_IDENTIFIER = 4
_LONGEST_GAP = 8
_NO_NAME = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"))
_LIGATURES = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th",
              "ı": "i", "ħ": "h", "ŋ": "n"}  # fmt: skip

BARRIER = "\uffff"
"""A non-character put in the place of labels, so that nothing is read across them."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of a text, each with its offset, and all visible characters.

    ``row`` are the folded letters; ``at[i]`` the index of letter ``i`` in ``seen``; ``seen`` every
    visible folded character, ``offsets`` where each of them came from.
    """

    row: str
    at: tuple[int, ...]
    seen: str
    offsets: tuple[int, ...]

    def span(self, first: int, last: int) -> Span:
        """The stretch of the text from letter ``first`` to letter ``last``, both included."""
        return Span(self.offsets[self.at[first]], self.offsets[self.at[last]] + 1)

    def gap(self, index: int) -> str:
        """What stands between letter ``index`` and the next."""
        return self.seen[self.at[index] + 1 : self.at[index + 1]]


def read_letters(text: str) -> Letters:
    """``text`` as a row of letters."""
    row: list[str] = []
    at: list[int] = []
    seen: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        for plain in char.lower() if " " <= char <= "~" or char in "\t\n\r" else _plain(char):
            if plain.isalnum():
                row.append(plain)
                at.append(len(seen))
            seen.append(plain)
            offsets.append(offset)
    return Letters("".join(row), tuple(at), "".join(seen), tuple(offsets))


def _plain(char: str) -> str:
    if char in "\v\f\x1c\x1d\x1e\x85\u2028\u2029":
        return "\n"
    if unicodedata.category(char) == "Pd" or char == "\N{MINUS SIGN}":
        return "-"
    taken_apart = unicodedata.normalize("NFKD", char).casefold()
    visible = (c for c in taken_apart if unicodedata.category(c) not in ("Cf", "Mn", "Me", "Cc"))
    return "".join(_LIGATURES.get(c) or _TWINS.get(c, c) for c in visible)


_TWINS = {
    **{"а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c"},
    **{"т": "t", "у": "y", "х": "x", "і": "i", "ј": "j", "ѕ": "s", "һ": "h", "ԁ": "d", "ӏ": "l"},
    **{"α": "a", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u"},
    **{"χ": "x", "ԛ": "q", "ԝ": "w"},
}
"""Letters of other alphabets that a reader takes for these."""


def name_in(letters: Letters, name: str, *, person: bool) -> Iterator[Span]:
    """Where a name stands, whole or (of a person) the surname alone."""
    words = _words(name)
    if person:
        words = [word for word in words if word not in _NO_NAME]
        surname = _surname(name)
        if surname is not None:
            yield from _places(letters, [surname])
    if len(words) > 1 or (not person and len("".join(words)) >= _IDENTIFIER):
        yield from _places(letters, words)


def _surname(name: str) -> str | None:
    before_comma, _, rest = name.partition(",")
    for part in (before_comma, before_comma + " " + rest):
        full = [word for word in _words(part) if len(word) > 1 and word not in _NO_NAME]
        if full:
            return full[-1]
    return None


def _words(text: str) -> list[str]:
    """The words of a name; one broken at a line end is one word."""
    letters = read_letters(text)
    words: list[str] = []
    for index, letter in enumerate(letters.row):
        between = letters.gap(index - 1) if index else " "
        broken = "-" in between and ("\n" in between or "\r" in between)
        if words and (not between or (broken and not between.strip(" \t-\r\n"))):
            words[-1] += letter
        else:
            words.append(letter)
    return words


def _places(letters: Letters, words: list[str]) -> Iterator[Span]:
    sought = "".join(words)
    ends = {sum(map(len, words[: n + 1])) - 1 for n in range(len(words) - 1)}
    sizes = [len(word) for word in words for _ in word]
    first = letters.row.find(sought)
    while first >= 0:
        last = first + len(sought) - 1
        if _stands_alone(letters, first, last, len(words[-1])):
            gaps = [letters.gap(index) for index in range(first, last)]
            if _spaced_out(gaps) or all(
                0 < len(gap) <= _LONGEST_GAP if index in ends else _breaks(gap, sizes[index])
                for index, gap in enumerate(gaps)
            ):
                yield letters.span(first, last)
        first = letters.row.find(sought, first + 1)


def _stands_alone(letters: Letters, first: int, last: int, size: int) -> bool:
    """Whether no letter goes on before or after a name, no digit before or after a number."""
    start = letters.at[first]
    if start and _goes_on(letters.seen[start - 1], letters.row[first]):
        return False
    after = letters.seen[letters.at[last] + 1 : letters.at[last] + 3]
    if size >= _BREAKABLE and after[:1] == "s":
        return not after[1:].isalpha()
    return not after or not _goes_on(after[0], letters.row[last])


def _goes_on(char: str, beside: str) -> bool:
    return char.isalpha() if beside.isalpha() else char.isdecimal()


def _breaks(gap: str, size: int) -> bool:
    """Whether a word may be broken by what stands between two of its letters."""
    if not gap:
        return True
    core = gap.strip(" \t").replace("\r\n", "\n").replace("\r", "\n").replace(" ", "")
    if core.replace("\t", "") in ("-", "--", "-\n", "--\n", "=\n"):
        return size >= _SPACEABLE
    return core == "\n" and size >= _BREAKABLE


def _spaced_out(gaps: list[str]) -> bool:
    return len(gaps) + 1 >= _SPACEABLE and all(
        0 < len(gap) <= 3 and not gap.strip(" \t.-_*") for gap in gaps
    )


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """What to look for of a withheld passage: every six words in a row, or all of a short text."""
    words = [word for word, _ in words_in(text)]
    size = min(RUN, len(words))
    if size >= SHORTEST_RUN:
        yield from rows(words, size)


def rows(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    """Every ``size`` of the words in a row."""
    return (tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def words_in(text: str) -> list[tuple[str, Span]]:
    """The words of a text with their places; a `BARRIER` is a word of its own."""
    letters = read_letters(text)
    words: list[tuple[str, Span]] = []
    begun: int | None = None
    for index, char in enumerate((*letters.seen, " ")):
        if char.isalnum():
            begun = index if begun is None else begun
            continue
        if begun is not None:
            place = Span(letters.offsets[begun], letters.offsets[index - 1] + 1)
            words.append((letters.seen[begun:index], place))
            begun = None
        if char == BARRIER:
            words.append((BARRIER, Span(letters.offsets[index], letters.offsets[index] + 1)))
    return words
