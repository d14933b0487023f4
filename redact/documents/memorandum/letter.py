"""Parts of a letter that are not portions: inside address, salutation, close and name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from redact.documents.authority.positions import names_a_position
from redact.documents.lines import TextLine
from redact.patterns import pattern

_SALUTATION = pattern(r"(?:DEAR|TO THE|YOUR EXCELLENCY)\b.{0,80}[:,]$", re.IGNORECASE)
_CLOSE = pattern(
    r"(?:(?:YOURS |VERY |MOST )?(?:SINCERELY|RESPECTFULLY|TRULY|FAITHFULLY|CORDIALLY)"
    r"|(?:WITH )?(?:KIND |BEST |WARM )?(?:REGARDS|WISHES))\b[^.!?]{0,30},?$",
    re.IGNORECASE,
)
_NAME = pattern(r"[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){1,4},?(?: (?:JR|SR|I{2,3})\.?)?$")
_TOP = 40
"""Number of lines from the top that may contain the salutation."""
_ADDRESS_LINES = 6
_LONGEST = 70


def set_letter_kinds(lines: Sequence[TextLine], kinds: list[str]) -> None:
    """Set the kind of letter lines that need no mark: ``heading`` above, ``signature`` below."""
    top = range(min(len(lines), _TOP))
    greeting = next(
        (i for i in top if kinds[i] == "body" and _SALUTATION.match(lines[i].head)), None
    )
    if greeting is None:
        return
    kinds[greeting] = "heading"
    last = greeting - 1
    while last >= 0 and kinds[last] == "blank":
        last -= 1
    first = last
    while first >= 0 and kinds[first] == "body" and _is_short(lines[first].head):
        first -= 1
    if 0 < last - first <= _ADDRESS_LINES:
        kinds[first + 1 : last + 1] = ["heading"] * (last - first)
    _set_close_kinds(lines, kinds, greeting)


def _set_close_kinds(lines: Sequence[TextLine], kinds: list[str], greeting: int) -> None:
    """Set the kinds of the close and the name below it: short lines, at most two blocks of them."""
    close = next(
        (
            i
            for i in range(len(lines) - 1, greeting, -1)
            if kinds[i] in ("body", "signature") and _CLOSE.match(lines[i].head)
        ),
        None,
    )
    if close is None:
        return
    kinds[close] = "signature"
    for index in range(close + 1, min(len(lines), close + 12)):
        if kinds[index] == "body" and _is_short(lines[index].head):
            kinds[index] = "signature"
        elif kinds[index] not in ("blank", "signature"):
            return


def _is_short(head: str) -> bool:
    return len(head) <= _LONGEST and head[-1] not in ".?!;:" and "(" not in head


def set_signature_kinds(lines: Sequence[TextLine], kinds: list[str]) -> None:
    """Set the kind of the signature lines: a name by itself, a position on the line below it."""
    last = next((i for i in range(len(kinds) - 1, -1, -1) if kinds[i] == "body"), None)
    if last is None:
        return
    first = last
    while first and kinds[first - 1] == "body":
        first -= 1
    block = [lines[index].head for index in range(first, last + 1)]
    if not 2 <= len(block) <= 4 or not any(kind == "body" for kind in kinds[:first]):
        return
    if any(len(head) > 60 or head[-1] in ".?!" or "(" in head for head in block):
        return
    if _NAME.match(block[0]) and any(map(names_a_position, _words(block[1:]))):
        kinds[first : last + 1] = ["signature"] * len(block)


def _words(heads: Iterable[str]) -> list[str]:
    return [word.strip(",.") for head in heads for word in head.split()]
