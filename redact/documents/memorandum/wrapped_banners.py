"""Banner lines of papers that go on over several lines."""

from __future__ import annotations

import re

from redact.documents.lines import fold_space
from redact.markings.parse import parse_marking
from redact.markings.register import Register
from redact.patterns import LINE_END, LINE_START, pattern

_MOST_LINES = 4
_LINE_BREAK = r"(?:\r\n|\r|\n)"
_FIRST = pattern(
    LINE_START + r"[ \t]{0,120}(?:"
    r"(?P<bare>TOP SECRET|SECRET|CONFIDENTIAL)(?=[ \t]{0,8}[\r\n])|"
    r"(?:(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI) ?/|//)[A-Z0-9 ,/-]{1,160}(?<! )"
    r"(?=[ \t]{0,8}[\r\n]))"
)
_NEXT = pattern(
    rf"(?P<gap>[ \t]{{0,8}}{_LINE_BREAK}[ \t]{{0,120}})"
    r"(?P<words>[A-Z/][A-Z0-9 ,/-]{0,160}(?<! ))[ \t]{0,8}" + LINE_END
)
_NOT_ONE_LINE = frozenset({"levels-conflict", "level-repeated", "second-system"})
"""Two levels are two banner lines."""


def join_wrapped_banners(text: str, register: Register) -> str:
    """``text`` with blanks for the line ends inside banner lines: it is as long as it was.

    A banner line goes on where it breaks off at a comma or an oblique, where two obliques stand on
    the next line, and where it is no marking without the next; all of it together is a marking of
    the register. Under a level alone controls may stand, as on papers of before E.O. 12958.
    """
    pieces: list[str] = []
    done = 0
    for first in _FIRST.finditer(text):
        if first.start() < done:
            continue
        joined, end = _joined(text, first, register)
        pieces += (text[done : first.start()], joined)
        done = end
    return "".join((*pieces, text[done:])) if pieces else text


def _joined(text: str, first: re.Match[str], register: Register) -> tuple[str, int]:
    """The banner line with as many lines under it as belong to it, and where these end."""
    words, end = first[0], first.end()
    longest = words, end
    goes_on = first["bare"] is not None or not _is_marking(words, register)
    for _ in range(_MOST_LINES - 1):
        following = _NEXT.match(text, end)
        if following is None:
            break
        if not (goes_on or words.endswith((",", "/")) or "//" in following["words"]):
            break
        words += " " * len(following["gap"]) + following["words"]
        end = following.end("words")
        if _is_marking(words, register):
            longest = words, end
    return longest


def _is_marking(words: str, register: Register) -> bool:
    reading = parse_marking(fold_space(words), register)
    return reading.marking is not None and _NOT_ONE_LINE.isdisjoint(
        problem.kind for problem in reading.problems
    )
