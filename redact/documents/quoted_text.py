"""Whether a position in a text is inside a passage quoted from another text."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from redact.patterns import pattern

_SIGN = pattern(
    r"\b(?:(?P<end>(?:END|CLOSE)\s+(?:OF\s+)?(?:[A-Z]+\s+){0,2}(?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE)"
    r"|UNQUOTE)"
    r"|(?P<begin>(?:BEGIN|START)\s+(?:OF\s+)?(?:[A-Z]+\s+){0,2}(?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE)"
    r"|QUOTE|(?:TEXT|QUOTED)\s+(?:IS\s+AS\s+)?FOLLOWS|(?:REPEAT|RETRANSMIT)\w*))\b",
    re.IGNORECASE,
)


def is_quoted(text: str, start: int, place: int) -> bool:
    """Whether the last quotation sign in ``text[start:place]`` opens one: QUOTE, BEGIN TEXT."""
    signs = _signs(text)
    last = bisect_right(signs, place, key=_end) - 1
    return last >= 0 and signs[last].start() >= start and signs[last]["begin"] is not None


def _end(sign: re.Match[str]) -> int:
    return sign.end()


@lru_cache(maxsize=2)  # called for many positions in one text
def _signs(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_SIGN.finditer(text))
