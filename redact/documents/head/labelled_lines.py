"""Telegrams of the messaging system in use since about 2010: labels in place of an envelope.

    MRN:        11 TESTVILLE 12
    Date/DTG:   Feb 10, 2011 / 101345Z FEB 11
    From:       AMEMBASSY TESTVILLE
    Action:     WASHDC, SECSTATE ROUTINE

Drafting, clearance and information addressees follow the text, also with labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redact.documents.field import Field, field_at
from redact.documents.head import signs
from redact.documents.head.envelope import Envelope, read_addressee, read_date_time_group
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.telegram_model import Addressee
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span
from redact.sources.capitals import in_capitals

_NUMBER = pattern(
    r"\s*(?:MRN|Message Reference(?: Number)?)\s*:\s*(?P<year>\d\d)\s+"
    r"(?P<station>[A-Z][A-Z .'-]{1,28}?)\s+(?P<number>\d{1,8})\s*$",
    re.IGNORECASE,
)
_TOP = pattern(
    r"\s*(?P<label>MRN|Message Reference(?: Number)?|Date/DTG|DTG|From|Action|To|Info|XMT"
    r"|Precedence|Message Type|Page Count|(?:Action|Info) Office)\s*:",
    re.IGNORECASE,
)
_END = pattern(
    r"\s*(?P<label>Signature|Drafted By|Cleared By|Approved By|Released By|Info|Action Post"
    r"|Dissemination Rule|XMT)\s*:",
    re.IGNORECASE,
)
_FIRST_AFTER_TEXT = pattern(r"(?:Signature|Drafted By)\s*:", re.IGNORECASE)
_GROUP = pattern(rf"(?:[A-Z]\s+){{0,4}}\d{{6}}Z\s*(?:{signs.MONTHS})[A-Z]*\s*\d\d", re.IGNORECASE)
_INITIALS = ("M", "m", "D", "d")
_LOOK_AHEAD = 60
"""Number of lines from the top searched for the message number."""


def has_labels(text: str, lines: Sequence[TextLine]) -> bool:
    """Whether a message number and a date-time group follow their labels near the top."""
    capitals = in_capitals(text)
    if "MRN" not in capitals and "REFERENCE" not in capitals:
        return False
    heads = [line.head for line in lines[:_LOOK_AHEAD] if line.head.startswith(_INITIALS)]
    return any(_NUMBER.match(head) for head in heads) and any(
        head[:8].upper() in ("DATE/DTG", "DTG:") or head.upper().startswith("DTG") for head in heads
    )


def labels_after_text(lines: Sequence[TextLine]) -> int:
    """Index of the first line of the labels after the text, the number of lines if there are none.

    That line names the signer or drafter and no numbered paragraph follows it: a label inside the
    text must not cause the text below it to be released.
    """
    first = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        head = lines[index].head
        if head and signs.NUMBERED.match(head):
            break
        if _FIRST_AFTER_TEXT.match(head):
            first = index
    return first


def is_labelled_line(head: str, *, after_text: bool) -> bool:
    """Whether a line has a label used in place of the envelope, or one used after the text."""
    return (_END if after_text else _TOP).match(head) is not None


def read_labelled(
    text: str, lines: Iterable[TextLine], register: Register
) -> tuple[Envelope, tuple[Span, str, str, str] | None, Field | None]:
    """The envelope; span, year, station and number of the message; and the signature."""
    found, number, signature = Envelope(), None, None
    lists: dict[str, list[Addressee]] = {"to": [], "info": [], "exempt": []}
    for label, span in _labelled(text, lines):
        match label:
            case "mrn" | "message reference" | "message reference number":
                number = number or _message_number(text, span)
            case "date/dtg" | "dtg":
                group = _GROUP.search(text, span.start, span.end)
                if group and found.date_time_group is None:
                    line = TextLine(*group.span(), group.end(), fold_space(group[0]))
                    found = replace(
                        found, date_time_group=read_date_time_group(text, line, register)
                    )
            case "from":
                found = found if found.from_ else replace(found, from_=field_at(text, span))
            case "action" | "to":
                lists["to"] += _addressees(text, span)
            case "info":
                lists["info"] += _addressees(text, span)
            case "xmt":
                lists["exempt"] += _addressees(text, span)
            case "signature" if len(span):
                signature = signature or field_at(text, span)
    found = replace(
        found, to=tuple(lists["to"]), info=tuple(lists["info"]), exempt=tuple(lists["exempt"])
    )
    return found, number, signature


def _labelled(text: str, lines: Iterable[TextLine]) -> Iterator[tuple[str, Span]]:
    """Label in lower case and value of every labeled line, or of a line that continues it."""
    label = None
    for line in lines:
        match = _TOP.match(text, line.start, line.end) or _END.match(text, line.start, line.end)
        if match:
            label = fold_space(match["label"]).lower()
        if label:
            yield label, trimmed(text, match.end() if match else line.start, line.end)


def _message_number(text: str, span: Span) -> tuple[Span, str, str, str] | None:
    match = _NUMBER.match("MRN:" + span.of(text))
    if match is None:
        return None
    station = fold_space(match["station"]).upper()
    return span, match["year"], station, match["number"]


def _addressees(text: str, span: Span) -> Iterator[Addressee]:
    """The addressees of a line; several are separated by semicolons."""
    here = span.start
    for part in span.of(text).split(";"):
        if part.strip():
            yield read_addressee(text, TextLine(here, here + len(part), here + len(part), part))
        here += len(part) + 1
