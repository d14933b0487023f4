"""Parsing an exemption as written in a record, such as ``(b)(1) 1.4(b),(d)``."""

from __future__ import annotations

import re

from redact.patterns import pattern
from redact.values import dataclass

_CODE = pattern(r"\(b\)\(([1-9])\)(?:\(([A-F])\))?")
# E.O. 13526 section 1.4, E.O. 12958 section 1.5 (the letters are the same).
_CATEGORY = pattern(r"\b1\.[45]\(([a-h])\)((?:\s*,\s*(?:1\.[45])?\([a-h]\))*)", re.IGNORECASE)
_LETTER = pattern(r"\(([a-h])\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """One exemption claimed: ``code`` such as ``(b)(7)``, its letter, its categories, the rest."""

    text: str
    code: str | None
    letter: str | None
    categories: tuple[str, ...]
    detail: str


def parse_claim(text: str) -> Claim:
    """The parts of a claim; ``code`` is ``None`` where no exemption of 552(b) is named."""
    code = _CODE.search(text)
    rest = text[code.end() :].strip(" ,;:") if code else text
    letters = [
        letter.lower()
        for match in _CATEGORY.finditer(rest)
        for letter in [match[1], *_LETTER.findall(match[2])]
    ]
    return Claim(
        text=text,
        code=f"(b)({code[1]})" if code else None,
        letter=code[2] if code else None,
        categories=tuple(dict.fromkeys(letters)),
        detail=rest,
    )
