"""Portion marks as evidence of marking.

A letter in brackets also begins items of lists, glossaries, timetables and recipes. It is evidence
only where it opens sentences and no other letter in brackets is used in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.documents.evidence.sign import ENOUGH, SURE, Sign
from redact.documents.lines import TextLine
from redact.markings.fold import fold
from redact.patterns import pattern

_WORDS = 6
"""Minimum words after a mark for it to open a sentence for certain."""
_OPENING = pattern(
    r"(?:SUBJECT ?: ?|SUBJ ?: ?|RE ?: ?)?(?:\W{0,4}(?:\d{1,3}|[A-Za-z])[.)] ?)?[-*•·\s]{0,4}"
    r"\((?P<mark>[^()]{1,40})\)(?P<rest>.*)$",
    re.IGNORECASE,
)
_CONTROLLED = pattern(
    r"(?:TS|S|C|U)//(?:[A-Z]{2,}|[A-Z]-)[A-Z0-9 ,/-]*$|CUI//[A-Z][A-Z0-9 ,/-]*$"
    r"|//(?:NS|NC|CTS|FGI|[A-Z]{3}) ?[A-Z/]*$"
)
_PLAIN = frozenset(("U", "C", "S", "TS", "SBU", "CUI", "FOUO", "LOU"))
_SLASHED = pattern(r"(?:TS|S|C|SBU|U)[/-](?:NF|NOFORN|OC|REL|FOUO|SBU|NODIS|EXDIS)$")
_ITEM = pattern(r"[A-Za-z]{1,3}$")
_ANOTHER = pattern(r"(?:^|[ ,;])\((?:[A-Z]|TS|\d)\)")
_YEAR = pattern(r" ?(?:19|20)\d\d\b")


def mark_sign(written: Sequence[TextLine]) -> Sign | None:
    """The marks that open lines as one sign, ``None`` where they are not portion marks."""
    plain: list[tuple[TextLine, str, str]] = []
    for line in written:
        if "(" not in line.head[:24]:
            continue
        head = line.head if line.head.isascii() else fold(line.head).text
        match = _OPENING.match(head)
        if match is None:
            continue
        mark, rest = match["mark"].strip(), match["rest"]
        if _CONTROLLED.match(mark):
            return Sign(line.span, "mark", ENOUGH, "cui" if mark.startswith("CUI") else "us")
        if rest[:1].isalpha() or _ANOTHER.search(rest):
            continue  # (S)he; (C) for chicken, (S) for soup
        if mark in _PLAIN or _SLASHED.match(mark):
            plain.append((line, mark, rest))
        elif _ITEM.match(mark):
            return None
    if not plain or not all(_opens_words(rest) for _, _, rest in plain):
        return None
    if all(mark == "U" for _, mark, _ in plain):
        return Sign(plain[0][0].span, "mark", 1, "us")
    system = "cui" if all(mark in ("CUI", "U") for _, mark, _ in plain) else "us"
    sentences = [item for item in plain if len(item[2].split()) >= _WORDS]
    surely = len(sentences) > 1 or any(mark in ("S", "TS", "CUI") for _, mark, _ in sentences)
    if surely and 2 * len(sentences) >= len(plain):
        return Sign(sentences[0][0].span, "mark", SURE, system)
    return Sign(plain[0][0].span, "mark", SURE - 1, system)


def _opens_words(rest: str) -> bool:
    """Whether what follows a mark may be a portion's text: not a lower-case letter or a year."""
    if rest[:1] in ("-", "=") or _YEAR.match(rest):
        return False
    return not rest.strip()[:1].islower()
