"""The effects of transmission and teletype on a text: wrong letters, broken lines and words."""

from __future__ import annotations

import random
import re
import string

from training.passage import Passage

_WORD = re.compile(r"[^\W\d_]{5,}")
_LEAST_TAIL = 3


def garbled(text: str, share: float, random_: random.Random) -> str:
    """``text`` with one wrong letter in that share of its words of five or more letters."""
    if not share:
        return text
    return _WORD.sub(lambda m: _misspelt(m[0], random_) if random_.random() < share else m[0], text)


def _misspelt(word: str, random_: random.Random) -> str:
    at = random_.randrange(1, len(word) - 1)
    match random_.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at] + word[at:]
        case 2:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case _:
            return word[:at] + random_.choice(string.ascii_lowercase) + word[at + 1 :]


def wrapped(passage: Passage, width: int, break_words: bool) -> Passage:
    """The passage in lines of at most ``width`` characters, optionally with words broken at "-".

    Names may be split by a line end; they remain one span that includes it.
    """
    pieces: list[str] = []
    moved: list[int] = []  # for each character of the text, its new offset
    column = place = 0
    for match in re.finditer(r"\S+|\s", passage.text):
        word = match[0]
        if word.isspace():
            full = column >= width or word == "\n"
            pieces.append("\n" if full else word)
            moved.append(place)
            place += 1
            column = 0 if full else column + 1
            continue
        room = width - column - 1
        if column and len(word) > room + 1:
            if break_words and word.isalpha() and _LEAST_TAIL <= room <= len(word) - _LEAST_TAIL:
                pieces.append(word[:room] + "-\n" + word[room:])
                moved += range(place, place + room)
                moved += range(place + room + 2, place + len(word) + 2)
                place += len(word) + 2
                column = len(word) - room
                continue
            if pieces[-1] == " ":
                pieces[-1] = "\n"
                column = 0
        pieces.append(word)
        moved += range(place, place + len(word))
        place += len(word)
        column += len(word)
    persons = tuple((moved[start], moved[end - 1] + 1) for start, end in passage.persons)
    return Passage("".join(pieces), persons, passage.origin)
