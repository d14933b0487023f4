"""Looking for withheld words in the text of a public copy, as a row of letters.

It shares no code with the planning or writing of the copy.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.redaction.letters import BARRIER, HIDDEN, Letters, read_letters
from redact.sources import Span

RUN = 6
SHORTEST_RUN = 3
_BREAKABLE = 6
_SPACEABLE = 4
_JOINABLE = 8
_IDENTIFIER = 4
_LONGEST_GAP = 48
_NO_NAME = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"))


def name_in(letters: Letters, name: str, *, person: bool) -> Iterator[Span]:
    """Where a name occurs, in full or (for a person) as the surname alone."""
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
    """The words of a name; a word broken at a line end is one word."""
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
                _may_separate(gap, len(sought))
                if index in ends
                else _may_interrupt(gap, sizes[index])
                for index, gap in enumerate(gaps)
            ):
                yield letters.span(first, last)
        first = letters.row.find(sought, first + 1)


def _stands_alone(letters: Letters, first: int, last: int, size: int) -> bool:
    """Whether no letter adjoins a name, and no digit adjoins a number."""
    start = letters.at[first]
    if start and _continues(letters.seen[start - 1], letters.row[first]):
        return False
    after = letters.seen[letters.at[last] + 1 : letters.at[last] + 3]
    if size >= _BREAKABLE and after[:1] == "s":
        return not after[1:].isalpha()
    return not after or not _continues(after[0], letters.row[last])


def _continues(char: str, beside: str) -> bool:
    return char.isalpha() if beside.isalpha() else char.isdecimal()


def _may_separate(gap: str, size: int) -> bool:
    """Whether this gap may occur between two words of a name of ``size`` letters."""
    return (gap != "" or size >= _JOINABLE) and _bridges(gap)


def _bridges(gap: str) -> bool:
    return len(gap) <= _LONGEST_GAP and BARRIER not in gap


def _may_interrupt(gap: str, size: int) -> bool:
    """Whether this gap may occur inside a word of ``size`` letters."""
    if not gap or size >= _BREAKABLE:
        return _bridges(gap)
    core = "".join(gap.split())
    hyphen = core in ("-", "--") and not gap.lstrip(" \t").startswith(("\n", "\r"))
    return size >= _SPACEABLE and (hyphen or gap.strip(HIDDEN) == "")


def _spaced_out(gaps: list[str]) -> bool:
    return len(gaps) + 1 >= _SPACEABLE and all(
        0 < len(gap) <= 4 and BARRIER not in gap for gap in gaps
    )


def runs_of(text: str) -> Iterator[tuple[str, ...]]:
    """What to look for from a withheld passage: every run of six words, or all of a short text."""
    words = [word for word, _ in words_in(text)]
    size = min(RUN, len(words))
    if size >= SHORTEST_RUN:
        yield from rows(words, size)


def rows(words: list[str], size: int) -> Iterator[tuple[str, ...]]:
    """Every run of ``size`` consecutive words."""
    return (tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def words_in(text: str) -> list[tuple[str, Span]]:
    """The words of a text with their spans; a `BARRIER` is a separate word."""
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
