"""Stamps stating that a record was declassified or released, and the header of public copies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.documents.copy_model import ReleaseStamp
from redact.documents.lines import TextLine, line_at
from redact.documents.sentence_words import has_sentence_word
from redact.patterns import pattern
from redact.sources import Span
from redact.sources.capitals import places_of

_LONGEST = 200
"""Maximum code points of a line of a stamp; longer lines are text."""

_STAMP = pattern(
    r"\W{0,4}(?:THIS (?:DOCUMENT|RECORD|TELEGRAM|MESSAGE|CABLE) (?:HAS BEEN |IS "
    r"|WAS )?)?(?:PARTIALLY )?"
    r"(?P<what>DECLASSIFIED(?=\W*$|\s*/|\s*:|\W+(?:BY|ON|UNDER|AUTHORITY|IN|PER"
    r"|PURSUANT|E\.?O|DATE|\d)\b)|RELEASED? IN (?:FULL|PART)"
    r"|APPROVED FOR (?:PUBLIC )?RELEASE"
    r"|DENIED IN (?:FULL|PART)|DENIED$|EXCISED? COPY|EXCISE\b|SANITIZED(?: COPY)?"
    r"|CLASSIFICATION CANCELL?ED|MARKINGS? (?:BELOW )?(?:ARE |IS )?CANCELL?ED|REVIEW AUTHORITY ?:)",
    re.IGNORECASE,
)
_CANCELLED = pattern(
    r"CLASSIFICATION MARKINGS BELOW ARE CANCEL|-\s*CANCEL?LED FOR THIS COPY\]", re.IGNORECASE
)
_BY = pattern(
    r"\bBY:?\s+(?P<by>.{1,100}?)(?=\s*(?:,?\s+UNDER\b|,?\s+ON\b|,?\s+DATE\b|,?\s+AUTHORITY\b|;|$))",
    re.IGNORECASE,
)
_DAY = (
    r"(?P<on>\d{4}-\d\d-\d\d|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
    r"|\d{1,2} [A-Z]{3,9}\.? \d{4}|[A-Z]{3,9} \d{1,2},? \d{4})"
)
_DATE = pattern(rf"\b(?:ON|DATED?:?)?\s*{_DAY}", re.IGNORECASE)
_LABELLED_DATE = pattern(rf"\bDATE:?\s*{_DAY}", re.IGNORECASE)
"""The day of the stamp where other dates, such as that of a letter of guidance, precede it."""
_AUTHORITY = pattern(
    r"(?:UNDER(?: THE AUTHORITY OF)?|AUTHORITY:?|PURSUANT TO"
    r"|REVIEW)\s+(?P<authority>.{1,100}?)(?=\s*(?:,?\s+ON\s+\d|,?\s+DATED?\b|;"
    r"|\s\d{1,2} [A-Z]{3}|$))",
    re.IGNORECASE,
)
_SYSTEMATIC = pattern(
    r"\W{0,4}(?:(?P<by>(?-i:[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){1,4})),? )?"
    r"DECLASSIFIED ?/ ?RELEASED,? (?:BY )?(?:THE )?U\.?S\.? DEP(?:ARTMEN)?T\.? OF STATE,?"
    r" E\.?O\.? SYSTEMATIC REVIEW\b:?"
    r"(?P<rest>(?:,? (?:ON )?(?:\d{1,2} [A-Z]{3,9}\.? \d{4}|[A-Z]{3,9} \d{1,2}, \d{4}"
    r"|\d[\d/-]{5,9}))?)\W*$",
    re.IGNORECASE,
)
"""What archives print on nearly every public telegram, with or without the reviewer's name."""

_CASE = pattern(
    r"\W{0,4}(?:UNCLASSIFIED,? |(?P<part>RELEASED? IN PART)(?: [AB]\d[,;]?){0,8},? )?"
    r"U\.?S\.? DEP(?:ARTMEN)?T\.? OF STATE,?"
    r" (?P<case>CASE (?:NO|NUMBER)\.?:? ?[A-Z]{0,3}-?\d[\d-]{3,14}),?;?"
    r"(?: DOC(?:UMENT)?\.? (?:NO|NUMBER)\.?:? ?[A-Z]?\d+,?)?"
    r"(?: DATED?:? ?[\d/-]+)?(?: UNCLASSIFIED)?\W*$",
    re.IGNORECASE,
)
"""What the Department prints on FOIA releases; UNCLASSIFIED there is the level of the copy, not a
second level of the record."""

_ORDER = (
    r"E\.?O\.? ?\d{5}(?:,? AS AMENDED)?(?:,? (?:SEC(?:TION|\.)?|\u00a7) ?\d\.\d(?: ?\([A-Z]\))?)?"
)
_MORE = pattern(
    r"\W{0,4}(?:AUTHORITY\b|BY\b ?:? ?\S|NARA\b|NN[DG] ?\d|UNDER\b|PURSUANT TO\b|REVIEW(?:ED|ER)\b"
    rf"|{_ORDER}[.,]?$|NL[A-Z]{{1,3}}(?: ?[-#] ?|,? (?:CASE )?(?:NO\.? ?)?)[A-Z]?\d[\d-]{{1,12}}"
    r"|(?:NSC|CIA|DOD|DOE|OSD|JCS|PA/HO|(?:THE )?WHITE HOUSE|(?:U\.?S\.? )?(?:STATE DEP(?:ARTMEN)?T"
    r"|DEP(?:ARTMEN)?T\.? OF (?:STATE|DEFENSE|ENERGY))|STATE|NARA|NARS)\b\.?,?"
    r" ?(?:(?:MEMO(?:RANDUM)?|LTR|LETTER|GUIDELINES?|WAIVER|EQUITY|REVIEW|(?:U\.?S\.? )?(?:STATE "
    r"DEP(?:ARTMEN)?T|DEP(?:ARTMEN)?T\.? OF STATE))\b.{0,80})?$"
    r"|CHIEF,? (?:RECORDS|DECLASS).{0,60}$"
    r"|(?:ON:? )?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$|[A-Z]{3,9}\.? \d{1,2}, \d{4}$"
    r"|(?:DATED?|ON):? (?:\d{1,2} [A-Z]{3,9}\.? \d{4}|[A-Z]{3,9} \d{1,2}, \d{4})$"
    r"|(?:(?:[AB]\d{1,2}|\(?B\)?\(\d\)(?:\([A-F]\))?|1\.[3-5] ?\(?[A-H]\)?|25X\d)"
    r"[,; ]{0,3}){1,10}$)",
    re.IGNORECASE,
)
"""A line below a stamp that states by whom, under what authority and for what exemptions; below
such a line, the date."""
_UNDER_ORDER = pattern(rf"(?P<authority>{_ORDER})(?=[.,]?(?:;|$))", re.IGNORECASE)
"""The order by itself, as in the stamps of presidential libraries."""
_MORE_DATE = pattern(
    r"\W{0,4}(?:DATED?|ON)\b ?:? ?(?:\d|[A-Z]{3,9}\.? \d{1,2},? \d{4})", re.IGNORECASE
)

_LABEL = pattern(
    r"\b(?:BY|UNDER|AUTHORITY|PURSUANT|PER|REVIEW|REVIEWER|NARA|PA/HO|STATE|U\.?S\.?|E\.?O)\b",
    re.IGNORECASE,
)
_WORD = pattern(r"(?<!\d)[^\W\d_]{4,}(?!\d)")
_OF_STAMPS = frozenset(
    """
    UNCLASSIFIED CONFIDENTIAL SECRET RESTRICTED CLASSIFICATION REASON DECLASSIFIED DECLASSIFY
    RELEASE RELEASED APPROVED SANITIZED EXCISED DENIED EXCISE PARTIALLY PART FULL PUBLIC COPY
    DOCUMENT CASE NUMBER PAGE PAGES DATE DATED AFTER EXEMPTION EXEMPTIONS FOIA JANUARY FEBRUARY
    MARCH APRIL JUNE JULY AUGUST SEPTEMBER SEPT OCTOBER NOVEMBER DECEMBER THIS WITH DELETIONS
    """.split()
)
"""Words that precede the statement in a stamp of by whom or under what authority."""

_ON_FIRST_LINE = ("RELEASE", "APPROVED", "DENIED", "EXCISE", "SANITIZED", "CANCEL", "REVIEW")
_ON_ANY_LINE = ("DECLASSIFIED", "CASE")
"""Every stamp has one of these words, complete on its first line or on any."""

MOST_LINES = 6
"""Maximum lines of one stamp."""


def find_stamps(text: str, lines: tuple[TextLine, ...]) -> tuple[range, ...]:
    """The declassification and release stamps among ``lines``, each as a range of line indexes."""
    # Only lines with such a word, and the lines before it where a stamp could begin, are read.
    near = set(_lines_with(_ON_FIRST_LINE, text, lines))
    for index in _lines_with(_ON_ANY_LINE, text, lines):
        near.update(range(max(0, index - MOST_LINES + 1), index + 1))
    found: list[range] = []
    done = 0
    for index in sorted(near):
        if index >= done and lines[index].head and (count := _lines_of_stamp(lines, index)):
            done = index + count
            found.append(range(index, done))
    return tuple(found)


def _lines_with(words: tuple[str, ...], text: str, lines: Sequence[TextLine]) -> Iterator[int]:
    for place in places_of(words, text, 0, len(text)):
        yield line_at(lines, place)


def _lines_of_stamp(lines: Sequence[TextLine], index: int) -> int:
    """Number of lines of the stamp that begins at ``index``, 0 when none does."""
    heads: list[str] = []
    for line in lines[index : index + MOST_LINES]:
        if not line.head or len(line.head) > _LONGEST:
            break
        heads.append(line.head)
    together = " ".join(heads).upper()
    printed = any(word in together for word in _ON_ANY_LINE)
    for count in range(len(heads), 0, -1) if printed else ():
        whole = " ".join(heads[:count])
        review = _SYSTEMATIC.match(whole)
        if (review and _is_reviewer(review["by"], heads[0])) or _CASE.match(whole):
            return count
    if not heads or not (_is_stamp(heads[0]) or _CANCELLED.search(heads[0])):
        return 0
    count = 1
    while count < len(heads) and (
        _MORE.match(heads[count]) or (count > 1 and _MORE_DATE.match(heads[count]))
    ):
        count += 1
    return count


def _is_stamp(head: str) -> bool:
    """Whether a line begins and continues as a stamp: not RELEASED IN FULL COLOUR."""
    stamp = _STAMP.match(head)
    if stamp is None:
        return False
    rest = head[stamp.end() :]
    label = _LABEL.search(head, stamp.start("what"))
    before = head[stamp.end() : label.start()] if label else rest
    words = (
        word
        for part in before.split()
        for word in _WORD.findall(part)
        if not any(map(str.isdigit, part))
    )
    return not has_sentence_word(rest) and all(word.upper() in _OF_STAMPS for word in words)


def _is_reviewer(by: str | None, head: str) -> bool:
    """Whether the words before a stamp are its reviewer and not text: on a separate line a name is
    not in capitals, as the text of telegrams may be.
    """
    if by is None or "/" in head:
        return True
    return head == by and all(
        word[1:2].islower() or len(word.rstrip(".")) == 1 for word in by.split()
    )


def read_stamp(lines: Sequence[TextLine]) -> ReleaseStamp:
    """The stamp on ``lines``, one of those found by `find_stamps`."""
    span = Span(lines[0].start, lines[-1].end)
    whole = " ".join(line.head for line in lines)
    if review := _SYSTEMATIC.match(whole):
        on = _DATE.search(review["rest"])
        by = review["by"] or "US Department of State"
        return ReleaseStamp(
            span, "declassified", by, on["on"] if on else None, "EO Systematic Review"
        )
    head = "; ".join(line.head for line in lines)
    by, authority = _BY.search(head), _AUTHORITY.search(head)
    on = _LABELLED_DATE.search(head) or _DATE.search(head)
    order = authority or _UNDER_ORDER.search(head)
    if case := _CASE.match(whole):
        on = _DATE.search(whole, case.end("case"))
        kind = "released-in-part" if case["part"] else "released-in-full"
        return ReleaseStamp(
            span, kind, "US Department of State", on["on"] if on else None, case["case"]
        )
    return ReleaseStamp(
        span=span,
        kind=_kind(head.upper()),
        by=by["by"] if by else None,
        on=on["on"] if on else None,
        authority=order["authority"] if order else None,
    )


def _kind(head: str) -> str:
    if _CANCELLED.search(head) or "CANCEL" in head:
        return "cancelled"
    if "IN PART" in head and "DENI" not in head:
        return "released-in-part"
    if any(word in head for word in ("EXCISE", "SANITIZED", "PARTIALLY")):
        return "released-in-part"
    if "DENIED" in head:
        return "denied"
    if "DECLASSIFIED" in head or "REVIEW AUTHORITY" in head:
        return "declassified"
    return "released-in-full"
