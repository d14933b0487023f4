"""Finds the marking on a banner line: a level with its controls, on a line by itself.

Papers put a label, a page number, a column or ornaments beside it.
"""

from __future__ import annotations

import re

from redact.documents.banner.classification_line import CONTROLS
from redact.documents.head.captions import find_captions
from redact.markings.level import find_level
from redact.markings.parse import parse_marking
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_LONGEST = 400
"""Maximum code points of a banner line: one with a long release list, wrapped."""
_PAGE = r"PAGE \d{1,4}(?: (?:OF|/) ?\d{1,4})?"
_OTHER_COLUMN = (
    r"(?:(?:FOR )?(?:ACTION|INFORMATION|DECISION|SIGNATURE)|(?:NO )?OBJECTION"
    r"|COPY (?:NO\.? ?)?#?\d{1,4}(?: OF \d{1,4}(?: COPIES)?)?"
    r"|(?-i:[A-Z]{1,8}(?:/[A-Z]{1,4}){0,2}|SYSTEM I{1,3}|(?:LOG|CASE|DOC(?:UMENT)?|Log|Case|Doc)"
    r"(?: (?:NO|No)\.?)?) ?[#:-]? ?(?:\d{2,9}(?:-\d{1,6})?|\d(?: \d{2,4}){2,4})[A-Z]?"
    r"|(?-i:SYSTEM I{1,3}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4}"
    r"))"
)
"""Beside the level in another column: for action, number or date of the paper, number of the copy.
Not its drafter: beside a banner line a name would not be withheld."""
_WITH_ATTACHMENT = (
    r"(?:\(|[ \t]{0,8}[-\u2013][ \t]{0,8})?"
    r"(?:(?:ENTIRE TEXT )?WITH|UNCLASSIFIED (?:WHEN|WITHOUT|UPON))"
    r" [A-Z ]{0,60}(?:ENCLOSURE|ATTACHMENT|TAB)(?:S|\(S\))?\)?"
)
"""After the level of a paper that has it from what is attached: (WITH ATTACHMENT)."""
# A number is a page number only with PAGE or wide blanks: SECRET//RD-SIGMA 14 ends in one too.
_BEFORE_MARKING = pattern(
    rf"\s{{0,120}}(?:{_PAGE}[ \t|,-]{{1,120}}"
    rf"|(?:\d{{1,4}}|(?P<beside>{_OTHER_COLUMN}))[ \t]{{3,120}})?"
    r"[*_=\u2013-]{0,12}[ \t]?"
    r"(?:(?:OVERALL )?CLASSIFICATION ?: ?[*_]{0,3}[ \t]?)?(?=[A-Z/])",
    re.IGNORECASE,
)
_AFTER_MARKING = pattern(
    rf"(?:[ \t]{{0,120}}[|,\u2013-]?[ \t]{{0,120}}{_PAGE}|[ \t]{{1,8}}{_WITH_ATTACHMENT}"
    rf"|[ \t]{{3,120}}(?:\d{{1,4}}|(?P<beside>{_OTHER_COLUMN})))"
    r"\s{0,120}$",
    re.IGNORECASE,
)
_ORNAMENTS = " \t*_=-\u2013"
_RELAY_REMARK = pattern(
    r"[\s.*_/-]*(?:(?:POSS(?:IBLE)?\s+DUPE?|CORRECTED\s+COPY|DUPLICATE|(?-i:[A-Z]{3}\d{4}$))"
    r"[\s.*_/-]*)*",
    re.IGNORECASE,
)
"""What a relay or an archive's print (``SECRET PTQ4455``) appends to a banner line."""


def is_banner(head: str, register: Register) -> bool:
    """Whether a line states a level and nothing else except controls and relay remarks."""
    return banner_span(head, 0, len(head), register) is not None


def banner_span(text: str, start: int, end: int, register: Register) -> Span | None:
    """The span of a banner line's level and controls, ``None`` when it is not a banner line.

    Remarks after them, such as POSS DUPE, are not part of the marking.
    """
    if end - start > _LONGEST:
        return None
    words = text[start:end]
    found = find_level(words, register)
    after_level = words[found[1].end :] if found else words
    if after_level.lstrip().startswith("/") and _is_marking(words, register):
        blanks = len(words) - len(words.lstrip())
        return Span(start + blanks, start + len(words.rstrip()))
    if found is None:
        return None
    here = start + found[1].end
    if not after_level.strip():
        return Span(start + found[1].start, here)
    controls = CONTROLS.match(text, here, end)
    captions = find_captions(text, here, end, register)
    if controls:
        here = controls.end()
    elif captions:
        here = captions[-1].span.end
    if not _RELAY_REMARK.fullmatch(text, here, end):
        # TOP SECRET UMBRA, SECRET NOFORN: the register's words without obliques
        if not (words.isupper() and _is_marking(words, register)):
            return None
        here = start + len(words.rstrip())
    while here > start and text[here - 1].isspace():
        here -= 1
    return Span(start + found[1].start, here)


def _is_marking(words: str, register: Register) -> bool:
    """Whether words are one marking, whatever its separators: ``SECRET / NOFORN``.

    Two levels are words of a sentence, unless a double oblique shows that they are a faulty
    marking.
    """
    reading = parse_marking(words, register, "banner")
    if reading.marking is None or reading.marking.level is None:
        return False
    return "//" in words or all(p.kind != "levels-conflict" for p in reading.problems)


def marking_place(words: str) -> Span:
    """The span of the marking in a banner line: ``Classification: SECRET``, ``** SECRET **``.

    The whole line if no capital or oblique follows the label or if it is too long for a banner.
    """
    before = _BEFORE_MARKING.match(words) if len(words) <= _LONGEST else None
    if before is None or (not words[before.end()].isupper() and words[before.end()] != "/"):
        return Span(0, len(words))
    page = _AFTER_MARKING.search(words, before.end())
    marking = words[before.end() : page.start() if page else len(words)].rstrip(_ORNAMENTS)
    if "   " in marking and len({*filter(None, map(str.strip, marking.split("   ")))}) == 1:
        marking = marking[: marking.index("   ")]  # the same on the left and the right
    return Span(before.end(), before.end() + len(marking))


def has_other_column(words: str) -> bool:
    """Whether more than a page number stands in another column of a banner line, which is none then
    in the middle of a text: rows of a table look like it.
    """
    before = _BEFORE_MARKING.match(words)
    after = _AFTER_MARKING.search(words, before.end()) if before else None
    return any(match is not None and match["beside"] for match in (before, after))
