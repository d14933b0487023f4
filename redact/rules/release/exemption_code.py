"""Exemption codes as agencies write them on a public copy: ``B6``, ``(b)(7)(C)``, ``1.4(D)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

# 5 U.S.C. 552(b): (b)(1) to (b)(9); B6 and b(6) are the short forms. A letter may follow.
_FOIA = (
    r"(?:(?<![\d.)])\(b\)\s?\(\d{1,2}\)|\bb\s?\(\d{1,2}\)|\bb-?\d{1,2}(?!\d))"
    r"(?:\s?\([a-z]\)(?!\s?\(\d)|[a-f]\b)?(?!\w)"  # in (b)(6) (b)(3) the second b is no letter
)
# 5 U.S.C. 552a: (d)(5), (j)(2), (k)(1) to (k)(7).
_PRIVACY_ACT = r"\([djk]\)\s?\(\d\)"
# A section of the order with its letters: 1.4(b),(d) · 1.4 (B) AND (D) · 3.3(b)(1) · 1.4
_CATEGORY = (
    r"(?<![\d.])(?:1\.[3-6]|3\.[34])(?:\s?\([a-z0-9]{1,2}\)|[a-z]\b)?"
    r"(?:(?:,| and |/|&|)\s{0,2}\([a-z0-9]{1,2}\))*(?![\w.])"
)
_AUTOMATIC = r"\b(?:25|50|75)X\d{1,2}(?:-(?:HUM|WMD|human))?\b"

_TOKEN = pattern(
    rf"(?P<foia>{_FOIA})|(?P<privacy>{_PRIVACY_ACT})"
    rf"|(?P<category>{_CATEGORY})|(?P<automatic>{_AUTOMATIC})",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\d+")
_GROUP = pattern(r"\(([a-z0-9]{1,2})\)|(?<=\d)([a-z])\b", re.IGNORECASE)

_LETTERS = {"1.4": "abcdefgh", "1.5": "abcdefg"}
"""Letters of the reasons under E.O. 13526 and E.O. 12958 as amended, and under E.O. 12958."""
_LAW_ENFORCEMENT = "ABCDEF"


@dataclass(frozen=True, slots=True)
class ExemptionCode:
    """One code and its span.

    ``kind``: ``foia``, ``privacy`` (Privacy Act), ``category`` (section and letter of an order) or
    ``automatic`` (25X1). ``number`` is the paragraph of 552(b) of a ``foia`` code, else ``None``.
    ``defect``: ``unknown`` when there is no such code, ``incomplete`` when a letter is missing.
    """

    span: Span
    kind: str
    canonical: str
    number: int | None = None
    defect: str | None = None


def find_codes(text: str, start: int = 0, end: int | None = None) -> Iterator[ExemptionCode]:
    """The codes between two offsets of ``text``, in order."""
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        span = Span(match.start(), match.end())
        match match.lastgroup:
            case "foia":
                yield _foia(match[0], span)
            case "privacy":
                yield ExemptionCode(span, "privacy", re.sub(r"\s", "", match[0]).lower())
            case "category":
                yield _category(match[0], span)
            case _:
                yield _automatic(match[0], span)


def _foia(written: str, span: Span) -> ExemptionCode:
    number = int(_NUMBER.search(written)[0])  # type: ignore[index]  # the pattern holds a digit
    after = written[written.index(str(number)) + len(str(number)) :]
    letters = re.sub(r"[^a-zA-Z]", "", after).upper()
    code = f"(b)({number})" + (f"({letters})" if letters else "")
    defect = None
    is_seventh = number == 7
    if not 1 <= number <= 9 or (is_seventh and letters and letters not in _LAW_ENFORCEMENT):
        defect = "unknown"
    elif is_seventh and not letters:
        defect = "incomplete"
    return ExemptionCode(span, "foia", code, number, defect)


def _category(written: str, span: Span) -> ExemptionCode:
    section = written[:3]
    groups = [(a or b).lower() for a, b in _GROUP.findall(written)]
    allowed = _LETTERS.get(section)
    defect = None
    if not groups:
        defect = "incomplete"
    elif allowed and any(letter not in allowed for letter in groups):
        defect = "unknown"
    canonical = section + ",".join(f"({letter})" for letter in groups)
    return ExemptionCode(span, "category", canonical, None, defect)


def _automatic(written: str, span: Span) -> ExemptionCode:
    number = int(_NUMBER.findall(written)[1])
    defect = None if 1 <= number <= 9 else "unknown"
    return ExemptionCode(span, "automatic", written.upper(), None, defect)
