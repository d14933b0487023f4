"""The kind of each line of a paper: banner line, heading, subject, authority, statement or text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from redact.documents.banner.banner_span import has_other_column
from redact.documents.dates import find_date
from redact.documents.lines import TextLine
from redact.documents.memorandum.banner_lines import damaged_banners, is_banner_line
from redact.documents.memorandum.letter import set_letter_kinds, set_signature_kinds
from redact.documents.memorandum.notices import NOTICE
from redact.markings.register import Register
from redact.patterns import pattern

STATEMENT = "statement"
"""Kind of a line of the body that needs no mark: an enclosure, a source, a notice."""

SUBJECT = pattern(
    r"\s*(?:SUBJECT|SUBJ|RE|TITLE)\s*:\s*(?:(?:RE|FWD?|AW)\s?:\s?){0,4}", re.IGNORECASE
)
_AUTHORITY = pattern(
    r"(?:\(U\) ?)?(?:(?:DERIVATIVELY )?CLASSIFIED BY|DERIVATIVE CLASSIFIER|DERIVED FROM"
    r"|(?:ORIGINAL )?CLASSIFICATION AUTHORITY"
    r"|DECLASSIFY ON|DOWNGRADE TO|REASONS?(?: FOR CLASSIFICATION)?"
    r"|DATED?(?: OF ORIGIN| OF SOURCE)?) ?:"
    # Without a colon, as typed before E.O. 12958
    r"|DECLASSIFY ON (?:OADR\b|X[1-8]\b|\d|(?-i:[A-Z]{3,9}|[A-Z][a-z]{2,8})\.? \d{1,2}, \d{4}$)"
    r"|(?-i:CLASSIFIED BY [A-Z][A-Z.,'/ -]{3,60}$)"
    # The stamp of E.O. 11652
    r"|(?:SUBJECT TO|EXEMPT FROM) (?:THE )?GENERAL DECLASSIFICATION\b"
    r"|AUTOMATICALLY (?:DOWNGRADED|DECLASSIFIED)\b"
    # The stamp of the automatic downgrading groups before it
    r"|(?:GROUP ?-?[1-4][ :;,.-]{1,3})?(?:DOWNGRADED AT (?:3|12)[ -]YEAR|EXCLUDED FROM AUTOMATIC\b)"
    # The short forms of intelligence agencies
    r"|(?:\(U\) ?)?(?:CL\.? BY|CL\.? REASON|DECL\.? ON|DECL:? ?(?:OADR|25X|50X|\d)"
    r"|DR?V\.? (?:FM|FROM))(?: ?:|\b)",
    re.IGNORECASE,
)
_CLASSIFIER = pattern(r"CLASSIFIED BY [A-Z][\w.,'/ -]{2,60}$|GROUP ?-?[1-4]$", re.IGNORECASE)
"""A line without a colon that belongs to the line of an authority block directly below it."""
_BEGINS_AUTHORITY = pattern(
    r"(?:\(U\) ?)?(?:DERIVATIVE|CLASSIFI(?:ED|CATION)|ORIGINAL|DERIVED|DECLASSIFY|DOWNGRADE|REASON"
    r"|SUBJECT TO|EXEMPT FROM|AUTOMATICALLY|GROUP|EXCLUDED"
    r"|CL\b|DECL\b|DR?V\b)",
    re.IGNORECASE,
)
DESIGNATION = pattern(
    r"(?:CONTROLLED BY|CUI CATEGOR(?:Y(?:\(IES\))?|IES)|LDC"
    r"|(?:LIMITED )?DISSEMINATION CONTROLS?(?:\(S\))?"
    r"|DISTRIBUTION ?/ ?DISSEMINATION CONTROLS?|POC) ?:",
    re.IGNORECASE,
)
_PAGE = pattern(
    r"(?:PAGE ?\|? ?|PG\.? ?)?[-\u2013\u2014]? ?\d{1,4} ?[-\u2013\u2014]?(?: OF \d{1,4})?$"
    r"|PAGE \d{1,4} ?/ ?\d{1,4}$",
    re.IGNORECASE,
)
ADDRESS = pattern(
    r"(?:(?:INFORMATION |ACTION |EXECUTIVE |BRIEFING |DECISION )?MEMORANDUM\b"
    r"|(?:TO|FROM|SENT|THRU|THROUGH|VIA|CC|ATTN|ATTENTION|PARTICIPANTS?|TIME|PLACE)\b ?:"
    r"|DATE\b[^:]{0,24}:?|(?:DATE )?CREATED ?:|AND PLACE:)",
    re.IGNORECASE,
)
_OFFICE = pattern(
    r"\b(?:DEPARTMENT|WHITE HOUSE|OFFICE|AGENCY|BUREAU|EMBASSY|HEADQUARTERS|COMMAND|COUNCIL|CENTER"
    r"|DIVISION|DIRECTORATE|WASHINGTON|UNITED STATES|WORKING PAPERS?|DRAFT)\b",
    re.IGNORECASE,
)
_STATEMENT = pattern(
    r"(?:\((?:U|CUI)\) ?)?(?:(?:SOURCE LIST|LIST OF SOURCES|SOURCES|ENCLOSURES?|ENCLS?\.?"
    r"|ATTACHMENTS?|TABS?|DISTRIBUTION|COPY TO|CC|DRAFTED(?: BY)?|CLEARED(?: BY)?)(?: ?\(\d+\))?"
    r" ?(?::|$|[-\u2013] )"
    r"|(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI|CONTROLLED)"
    r" (?:WHEN|UPON|IF|AFTER|WITHOUT)\b"
    r"|UPON REMOVAL OF\b|(?:WHEN|IF) (?:SEPARATED|REMOVED|DETACHED)\b)",
    re.IGNORECASE,
)
_ALONE = pattern(
    r"\(?(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|CUI) (?:WHEN|UPON|IF|AFTER)"
    r" (?:SEPARATED|DETACHED|REMOVED|REMOVAL|SEPARATION)(?: (?:FROM|OF|THE|ITS|CLASSIFIED)){0,4}"
    r" (?:ENCLOSURE|ATTACHMENT)(?:S|\(S\))?\.?\)?$",
    re.IGNORECASE,
)
"""The statement on a transmittal document; it reveals nothing but a level."""
LABEL = pattern(r"\s*[A-Z][A-Z ]{2,16}(?:\(\d+\))?\s*:\s*", re.IGNORECASE)
"""The word before the colon of a statement."""
_HEADING_LINES = 16
"""Number of nonblank lines from the top that may contain the heading and letterhead."""
_FOOT_LINES = 12
"""Number of nonblank lines at the bottom that may contain the drafter beside the level."""
_LONGEST_HEADING = 100
_LETTERHEAD = 4
"""Maximum lines of a letterhead."""
_DATE_ON_THE_RIGHT = pattern(
    r"[ \t]{0,8}[A-Z][A-Z0-9/() -]{1,40}(?:[ \t]{4,80}|\t{1,20})"
    r"(?:\d{1,2} [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})[ \t]{0,8}$"
)
"""An office symbol with the date on the right: ``ATZP-PU (25-50)      3 May 2021``."""
_COPY = pattern(r"CC ?:", re.IGNORECASE)
_STREET = pattern(r"\d{1,5}[A-Z]? [A-Z][A-Z0-9 .,-]{2,50}$", re.IGNORECASE)
"""An address line: ``5000 DEFENSE PENTAGON``, ``12 Garden Street``."""
_OF_HEADING = ("body", "heading")
_CARRIED = {"authority": 4, "subject": 4, STATEMENT: 12}
"""By kind, how many consecutive lines below the first may continue it."""


def line_kinds(
    text: str, lines: Sequence[TextLine], stamps: Iterable[range], register: Register
) -> list[str]:
    """The kind of each line, one of `SEGMENT_KINDS` or `STATEMENT`; ``wrapper`` for ``stamps``."""
    kinds = [_kind(text, line, register) for line in lines]
    for stamp in stamps:
        kinds[stamp.start : stamp.stop] = ["wrapper"] * len(stamp)
    _set_row_kinds(text, lines, kinds)
    for index in damaged_banners(lines, kinds, register):
        kinds[index] = "banner"
    _set_continued_kinds(lines, kinds)
    _set_heading_kinds(text, lines, kinds)
    set_signature_kinds(lines, kinds)
    set_letter_kinds(lines, kinds)
    return kinds


def _kind(text: str, line: TextLine, register: Register) -> str:
    head = line.head
    if not head:
        return "blank"
    if is_banner_line(text[line.start : line.end], register):
        return "banner"
    if DESIGNATION.match(head) or (_BEGINS_AUTHORITY.match(head) and _AUTHORITY.match(head)):
        return "authority"
    if SUBJECT.match(text, line.start, line.end):
        return "subject"
    if _PAGE.match(head) or not any(map(str.isalnum, head)):
        return "page-heading"
    if _ALONE.match(head):
        return "heading"
    return STATEMENT if _STATEMENT.match(head) or NOTICE.match(head) else "body"


def _set_row_kinds(text: str, lines: Sequence[TextLine], kinds: list[str]) -> None:
    """Set the kind of rows of a table that look like banner lines with something beside them."""
    written = [index for index, line in enumerate(lines) if line.head]
    for index in written[_HEADING_LINES:-_FOOT_LINES]:
        is_banner = kinds[index] == "banner"
        if is_banner and has_other_column(text[lines[index].start : lines[index].end]):
            kinds[index] = "body"


def _set_continued_kinds(lines: Sequence[TextLine], kinds: list[str]) -> None:
    """Extend authority, subject and statements over the lines directly below them."""
    above = 0
    for index in range(1, len(kinds)):
        what = kinds[index - 1]
        if kinds[index] != what:
            if kinds[index] != "body" or what not in _CARRIED or index - above >= _CARRIED[what]:
                above = index
                continue
            is_value = what == "authority" and lines[index - 1].head.endswith(":")
            if not is_value and not _continues(lines[index].head, what):
                above = index
                continue
            kinds[index] = what
        else:
            above = index
    for index in range(1, len(kinds)):
        is_below = kinds[index] == "authority" and kinds[index - 1] == "body"
        if is_below and _CLASSIFIER.match(lines[index - 1].head):
            kinds[index - 1] = "authority"


def _continues(head: str, what: str) -> bool:
    if what == "authority" and _AUTHORITY.match(head):
        return True
    if what != STATEMENT and head[0].isdigit():
        return False
    return not head.startswith("(") and not ADDRESS.match(head)


def _set_heading_kinds(text: str, lines: Sequence[TextLine], kinds: list[str]) -> None:
    """Set the kind of the heading's lines: addresses, dates, the letterhead."""
    written = [i for i, line in enumerate(lines) if line.head and kinds[i] != "wrapper"]
    before_text = True
    carried = 0
    for index in written[:_HEADING_LINES]:
        head = lines[index].head
        if kinds[index] == STATEMENT and before_text and _COPY.match(head):
            kinds[index] = "heading"
            continue
        if kinds[index] != "body" or len(head) > _LONGEST_HEADING:
            before_text = before_text and kinds[index] != "body"
            continue
        follows = index > 0 and kinds[index - 1] == "heading" and text[lines[index].start] in " \t"
        if ADDRESS.match(head) or _is_date(text, lines[index]):
            carried = 0
        elif follows and carried < 3 and "(" not in head[:3]:
            carried += 1
        elif not (before_text and (head.isdigit() or _is_letterhead(lines, kinds, index))):
            before_text = False
            continue
        kinds[index] = "heading"


def _is_date(text: str, line: TextLine) -> bool:
    """Whether a line is only a date, or an office symbol and a date."""
    found = find_date(text, line.start, line.end)
    if found is None:
        return False
    if len(text[line.start : line.end].strip()) - len(found.span) < 3:
        return True
    return _DATE_ON_THE_RIGHT.match(text, line.start, line.end) is not None


def _is_letterhead(lines: Sequence[TextLine], kinds: Sequence[str], index: int) -> bool:
    """Whether a line is one of a few short lines, none of them a sentence, that name an office.

    Capitals alone do not make a letterhead: a title is a portion and may be classified.
    """
    first = last = index
    while first and kinds[first - 1] in _OF_HEADING and index - first < _LETTERHEAD:
        first -= 1
    while last + 1 < len(lines) and kinds[last + 1] in _OF_HEADING and last - index < _LETTERHEAD:
        last += 1
    block = [line.head for line in lines[first : last + 1]]
    if len(block) > _LETTERHEAD or any(
        len(head) > 60
        or (head[-1] in ".?!;:" and not head.upper().endswith(("D.C.", "U.S.", "U.S.A.")))
        or head[0] in "(-*"
        or (head[0].isdigit() and not (_STREET.match(head) or find_date(head, 0, len(head))))
        for head in block
    ):
        return False
    return any(_OFFICE.search(head) for head in block)
