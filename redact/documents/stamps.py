"""Stamps that say a record was declassified or released, and the header of our public copies."""

from __future__ import annotations

import re

from redact.documents.lines import TextLine
from redact.documents.model import ReleaseStamp
from redact.patterns import pattern
from redact.sources import Span

_STAMP = pattern(
    r"\W{0,4}(?:THIS (?:DOCUMENT|RECORD|TELEGRAM|MESSAGE|CABLE) (?:HAS BEEN |IS "
    r"|WAS )?)?(?:PARTIALLY )?"
    r"(?P<what>DECLASSIFIED(?=\W*$|\s*/|\s*:|\W+(?:BY|ON|UNDER|AUTHORITY|IN|PER"
    r"|PURSUANT|E\.?O|DATE|\d)\b)|RELEASED? IN (?:FULL|PART)"
    r"|APPROVED FOR (?:PUBLIC )?RELEASE"
    r"|DENIED IN (?:FULL|PART)|DENIED$|EXCISED? COPY|EXCISE\b|SANITIZED(?: COPY)?"
    r"|UNCLASSIFIED U\.?S\.? DEPARTMENT OF STATE CASE NO"
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
_DATE = pattern(
    r"\b(?:ON|DATED?:?)?\s*(?P<on>\d{4}-\d\d-\d\d|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"
    r"|\d{1,2} [A-Z]{3,9} \d{4}|[A-Z]{3,9} \d{1,2}, \d{4})",
    re.IGNORECASE,
)
_AUTHORITY = pattern(
    r"(?:UNDER(?: THE AUTHORITY OF)?|AUTHORITY:?|PURSUANT TO"
    r"|REVIEW)\s+(?P<authority>.{1,100}?)(?=\s*(?:,?\s+ON\s+\d|,?\s+DATED?\b|;"
    r"|\s\d{1,2} [A-Z]{3}|$))",
    re.IGNORECASE,
)
_SYSTEMATIC = pattern(r"US DEPARTMENT OF STATE EO SYSTEMATIC REVIEW", re.IGNORECASE)


def is_stamp(head: str) -> bool:
    """Whether a line is a stamp of declassification or release."""
    if len(head) > 200:
        return False
    return _STAMP.match(head) is not None or _CANCELLED.search(head) is not None


def read_stamp(line: TextLine) -> ReleaseStamp:
    """The stamp on a line for which `is_stamp` holds."""
    head = line.head
    by, on, authority = _BY.search(head), _DATE.search(head), _AUTHORITY.search(head)
    systematic = _SYSTEMATIC.search(head)
    return ReleaseStamp(
        span=Span(line.start, line.end),
        kind=_kind(head.upper()),
        by=by["by"] if by else ("US Department of State" if systematic else None),
        on=on["on"] if on else None,
        authority=authority["authority"]
        if authority and not systematic
        else ("EO Systematic Review" if systematic else None),
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
