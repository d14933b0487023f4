"""Whether a place in a text stands between signs that quote another text."""

from __future__ import annotations

import re

from redact.patterns import pattern

_SIGN = pattern(
    r"\b(?:(?P<end>(?:END|CLOSE)\s+(?:OF\s+)?(?:[A-Z]+\s+){0,2}(?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE)"
    r"|UNQUOTE)"
    r"|(?P<begin>(?:BEGIN|START)\s+(?:OF\s+)?(?:[A-Z]+\s+){0,2}(?:TEXT|QUOTE|MESSAGE|TELEGRAM|CABLE)"
    r"|QUOTE|(?:TEXT|QUOTED)\s+(?:IS\s+AS\s+)?FOLLOWS|(?:REPEAT|RETRANSMIT)\w*))\b",
    re.IGNORECASE,
)


def is_quoted(text: str, start: int, place: int) -> bool:
    """Whether the last sign in ``text[start:place]`` opens a quotation: QUOTE, BEGIN TEXT."""
    signs = list(_SIGN.finditer(text, start, place))
    return bool(signs) and signs[-1]["begin"] is not None
