"""Collects all signs of marking in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from redact.documents.evidence.banners import banner_signs
from redact.documents.evidence.blocks import block_signs, heading_sign
from redact.documents.evidence.marks import mark_sign
from redact.documents.evidence.sign import SURE, Sign
from redact.documents.lines import TextLine
from redact.patterns import pattern

_FROM_TOP, _FROM_BOTTOM = 600, 100
"""Number of lines examined: marked documents show it near their beginning or end."""
_COMMERCE = pattern(
    r"\b(?:NON-?DISCLOSURE|PROPRIETARY|PRIVILEGED|ATTORNEY|CONFIDENTIAL INFORMATION|CONFIDENTIALITY"
    r"|ALL RIGHTS RESERVED|HEREINAFTER|EMPLOYEES?|CUSTOMERS?|INVOICE|PATIENTS?|SHAREHOLDERS?"
    r"|THE (?:BUYER|SELLER|SUPPLIER|TENANT|LANDLORD|LICENSEE|LICENSOR|CLIENT))\b",
    re.IGNORECASE,
)
_COMMERCE_WITHIN = 20_000
"""Number of code points searched for words of commerce."""


def find_signs(text: str, lines: Sequence[TextLine]) -> tuple[Sign, ...]:
    """Every sign in the text, kind by kind.

    CONFIDENTIAL is also a word of commerce, law and medicine: among their vocabulary, without marks
    or an authority block, it is not a classification.
    """
    if len(lines) > _FROM_TOP + _FROM_BOTTOM:
        lines = (*lines[:_FROM_TOP], *lines[-_FROM_BOTTOM:])
    written = [line for line in lines if line.head]
    if not written:
        return ()
    mark = mark_sign(written)
    banners = [*banner_signs(text, lines)]
    if mark and _stands_under(mark, banners, written):
        mark = replace(mark, weight=SURE)
    signs = [*([mark] if mark else ()), *block_signs(written)]
    heading = heading_sign(written)
    if not signs and _COMMERCE.search(text, 0, _COMMERCE_WITHIN):
        banners = [sign for sign in banners if sign.level != "CONFIDENTIAL"]
    return (*banners, *signs, *([heading] if heading else ()))


def _stands_under(mark: Sign, banners: Sequence[Sign], written: Sequence[TextLine]) -> bool:
    """Whether a marked portion is the first line below the banner lines at the top."""
    levels = {sign.span.start for sign in banners}
    first = next((index for index, line in enumerate(written) if line.start not in levels), 0)
    return first > 0 and written[first].start == mark.span.start
