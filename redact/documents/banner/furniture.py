"""What surrounds the marking on a paper's banner line: a label, a page number, ornaments."""

from __future__ import annotations

import re

from redact.patterns import pattern
from redact.sources import Span

LONGEST = 400
"""Maximum code points of a banner line: one with a long release list, wrapped."""
_PAGE = r"PAGE \d{1,4}(?: (?:OF|/) ?\d{1,4})?"
_REFERENCE = (
    r"(?:(?:FOR )?(?:ACTION|INFORMATION|DECISION|SIGNATURE)|(?:NO )?OBJECTION"
    r"|COPY (?:NO\.? ?)?#?\d{1,4}(?: OF \d{1,4}(?: COPIES)?)?"
    r"|(?-i:[A-Z]{1,8}(?:/[A-Z]{1,4}){0,2}|SYSTEM I{1,3}|(?:LOG|CASE|DOC(?:UMENT)?|Log|Case|Doc)"
    r"(?: (?:NO|No)\.?)?) ?[#:-]? ?(?:\d{2,9}(?:-\d{1,6})?|\d(?: \d{2,4}){2,4})[A-Z]?"
    r"|(?-i:SYSTEM I{1,3}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"
    r"))"
)
"""Beside the level in another column: for action, number or date of the paper, number of the copy.
Not its drafter: beside a banner line a name would not be withheld."""
_REMARK = (
    r"(?:\(|[ \t]{0,8}[-\u2013][ \t]{0,8})?"
    r"(?:(?:ENTIRE TEXT )?WITH|UNCLASSIFIED (?:WHEN|WITHOUT|UPON))"
    r" [A-Z ]{0,60}(?:ENCLOSURE|ATTACHMENT|TAB)(?:S|\(S\))?\)?"
)
"""Behind the level of a paper that has it from what is attached: (WITH ATTACHMENT)."""
# A number is a page number only with PAGE or wide blanks: SECRET//RD-SIGMA 14 ends in one too.
_BEFORE = pattern(
    rf"\s{{0,120}}(?:{_PAGE}[ \t|,-]{{1,120}}"
    rf"|(?:\d{{1,4}}|(?P<beside>{_REFERENCE}))[ \t]{{3,120}})?"
    r"[*_=\u2013-]{0,12}[ \t]?"
    r"(?:(?:OVERALL )?CLASSIFICATION ?: ?[*_]{0,3}[ \t]?)?(?=[A-Z/])",
    re.IGNORECASE,
)
_BEHIND = pattern(
    rf"(?:[ \t]{{0,120}}[|,\u2013-]?[ \t]{{0,120}}{_PAGE}|[ \t]{{1,8}}{_REMARK}"
    rf"|[ \t]{{3,120}}(?:\d{{1,4}}|(?P<beside>{_REFERENCE})))"
    r"\s{0,120}$",
    re.IGNORECASE,
)
_ORNAMENTS = " \t*_=-\u2013"


def marking_place(words: str) -> Span:
    """The span of the marking in a banner line: ``Classification: SECRET``, ``** SECRET **``.

    The whole line if no capital or oblique follows the label or if it is too long for a banner.
    """
    before = _BEFORE.match(words) if len(words) <= LONGEST else None
    if before is None or (not words[before.end()].isupper() and words[before.end()] != "/"):
        return Span(0, len(words))
    page = _BEHIND.search(words, before.end())
    marking = words[before.end() : page.start() if page else len(words)].rstrip(_ORNAMENTS)
    return Span(before.end(), before.end() + len(marking))


def has_other_column(words: str) -> bool:
    """Whether more than a page number stands in another column of a banner line, which is none then
    in the middle of a text: rows of a table look like it.
    """
    before = _BEFORE.match(words)
    behind = _BEHIND.search(words, before.end()) if before else None
    return any(match is not None and match["beside"] for match in (before, behind))
