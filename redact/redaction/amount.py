"""How much was withheld, rounded so that the words cannot be guessed from it.

5 U.S.C. 552(b) requires the amount of a deletion to be shown where it was made; exact lengths help
to guess short texts, so amounts are rounded to steps.
"""

from __future__ import annotations

from redact.patterns import pattern

_LINE_END = pattern(r"\r\n|\r|\n")
_FIRST_STEPS = (1, 2, 5)

NAME = "name"
"""The amount given for every name, however long."""


def amount_of(text: str) -> str:
    """The amount of ``text`` in words, or in lines when it spans several lines.

    The number is the nearest of 1, 2, 5, 10, 20, 50 and so on, rounding up in a tie; an inexact
    number is prefixed with ``~``.
    """
    lines = len(_LINE_END.findall(text)) + 1
    if lines > 1:
        return _rounded(lines, "line")
    return _rounded(max(len(text.split()), 1), "word")


def _rounded(count: int, unit: str) -> str:
    step = _nearest_step(count)
    return f"{'' if step == count else '~'}{step} {unit}{'' if step == 1 else 's'}"


def _nearest_step(count: int) -> int:
    scale: int = 10 ** (len(str(count)) - 1)
    steps = [first * scale for first in (*_FIRST_STEPS, 10)]
    return min(steps, key=lambda step: (abs(step - count), -step))
