"""The fields in the head of a printed form: sender, addressees, number, day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from redact.documents.dates import find_date, month_number
from redact.documents.field import field_at
from redact.documents.head import signs
from redact.documents.head.envelope import Envelope, read_addressee
from redact.documents.head.message_id import message_id
from redact.documents.head.printed_forms import AIRGRAM_NUMBER, LABEL, STATION_AND_NUMBER
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.telegram_model import Addressee, MessageNumber
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

_FIRST_YEAR = datetime.date(1940, 1, 1)
"""Earlier than all forms; two-digit years on them are read as later than this."""
_LISTS = {
    **dict.fromkeys(("to", "sent to", "action"), "to"),
    **dict.fromkeys(("info", "rptd info", "repeated info", "repeated to"), "info"),
}
_ONE_OF_A_LIST = pattern(r"[^,;]+")
_NUMBERS = ("no", "number", "nr")
_DATES = ("date", "rec'd", "recd", "received")
_SECOND_LABEL = pattern(
    r"[ \t]{2,80}(?P<label>DATE|NO|CONTROL|REC'D) ?:[ \t]{0,40}(?P<value>.*)$", re.IGNORECASE
)
_AT_THE_END = pattern(rf"(?:[ \t]{{2}}|: ?){AIRGRAM_NUMBER.pattern}$", re.IGNORECASE)
_NUMBER = pattern(
    rf"(?P<number>\d{{1,5}})\b"
    rf"(?:,? (?P<month>{signs.MONTHS})[A-Z]{{0,6}}\.? (?P<day>\d{{1,2}})\b)?",
    re.IGNORECASE,
)
_OFFICE_SYMBOL = r"[A-Z]{1,3}(?:/[A-Z]{1,4})?"
_OFFICES = pattern(rf"(?:{_OFFICE_SYMBOL}(?:[ ,;]{{1,3}}{_OFFICE_SYMBOL}){{0,12}})?$")
_YEAR_FIRST = pattern(
    rf"(?P<year>19\d\d) (?P<month>{signs.MONTHS})[A-Z]{{0,6}} (?P<day>\d{{1,2}})\b", re.IGNORECASE
)
_OFFICE = pattern(
    r"(?:THE )?(?:AM(?:ERICAN)?\.? ?)?(?:EMBASSY|EMB|LEGATION|CONSULATE GENERAL|CONGEN|CONSULATE"
    r"|CONSUL|MISSION)\b,? ?(?:(?:IN|AT) )?",
    re.IGNORECASE,
)
_WASHINGTON = pattern(r"(?:THE )?(?:DEP(?:ARTMEN)?T|SECRETARY) OF STATE\b", re.IGNORECASE)
_STATION = pattern(r"[A-Z][A-Z .'-]{1,28}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form; ``origin`` is the day the telegram was written, if it can be told."""

    envelope: Envelope
    number: MessageNumber | None
    origin: datetime.date | None


def read_form(
    text: str, head: Iterable[TextLine], whole: Sequence[TextLine], register: Register
) -> Form:
    """The fields of the ``head`` of a form; the first of each kind counts.

    ``whole`` holds all lines of the telegram: the drafter and the drafting date are at its end.
    """
    lines = tuple(head)
    labelled = tuple(_labelled(text, lines))
    lists: dict[str, list[Addressee]] = {"to": [], "info": []}
    addressed = any(label in ("to", "sent to") for label, _ in labelled)
    for label, span in labelled:
        if addressed and label in ("action", "info") and _OFFICES.match(text, span.start, span.end):
            continue  # next to TO, offices of the Department are listed: Action: EUR
        if label in _LISTS:
            lists[_LISTS[label]] += _addressees(text, span)
    sender = next((span for label, span in labelled if label == "from" and len(span)), None)
    written = next((span for label, span in labelled if label in _NUMBERS), None)
    numbered = _NUMBER.match(text, written.start, written.end) if written else None
    drafted = (line for line in whole if line.head[:10].upper() == "DRAFTED BY")
    origin = _origin(text, (*lines, *drafted), labelled, numbered)
    return Form(
        Envelope(
            from_=field_at(text, sender) if sender else None,
            to=tuple(lists["to"]),
            info=tuple(lists["info"]),
        ),
        _own_line(lines, origin, register)
        or _message_number(
            text, lines, sender, numbered or _of_series(text, lists), origin, register
        ),
        origin,
    )


def _labelled(text: str, lines: Sequence[TextLine]) -> Iterator[tuple[str, Span]]:
    """Label in lower case and value of each line; a list continues in lines without a label."""
    current = ""
    for line in lines:
        match = LABEL.match(text, line.start, line.end)
        if match is None:
            if current in _LISTS and signs.KNOWN_ADDRESSEE.match(line.head.upper()):
                yield current, trimmed(text, line.start, line.end)
            continue
        current = fold_space(match["label"]).lower()
        second = _SECOND_LABEL.search(text, match.end("label") + 1, line.end)
        end = second.start() if second else line.end
        yield current, trimmed(text, match.start("value"), max(end, match.start("value")))
        if second:
            yield second["label"].lower(), trimmed(text, *second.span("value"))


def _addressees(text: str, span: Span) -> Iterator[Addressee]:
    """The addressees of a line, separated by commas; the number may precede the precedence."""
    for found in _ONE_OF_A_LIST.finditer(text, span.start, span.end):
        place = trimmed(text, *found.span())
        if len(place):
            line = TextLine(place.start, place.end, place.end, fold_space(place.of(text)))
            read = read_addressee(text, line)
            name, _, serial = read.name.rpartition(" ")
            if read.serial is None and serial.isdecimal():
                read = replace(read, name=name, serial=serial)
            yield read


def _origin(
    text: str,
    lines: Sequence[TextLine],
    labelled: Sequence[tuple[str, Span]],
    numbered: re.Match[str] | None,
) -> datetime.date | None:
    """The day after the number, in the year of receipt; otherwise the day of receipt."""
    received = None
    places = [span for label, span in labelled if label in _DATES]
    for span in (*places, *(line.span for line in lines)):
        found = find_date(text, span.start, span.end, after=_FIRST_YEAR)
        year_first = _YEAR_FIRST.search(text, span.start, span.end)
        if found and found.day:
            received = found.day
        elif year_first:
            received = _day(int(year_first["year"]), year_first)
        if received:
            break
    if received is None or numbered is None or numbered["month"] is None:
        return received
    sent = _day(received.year, numbered)
    if sent is not None and sent > received:  # sent on the last days of the year before
        sent = _day(received.year - 1, numbered)
    return sent or received


def _day(year: int, match: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(year, month_number(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _own_line(
    lines: Iterable[TextLine], origin: datetime.date | None, register: Register
) -> MessageNumber | None:
    """Station and number, if they are on a separate line."""
    for line in lines:
        found = STATION_AND_NUMBER.match(line.head)
        if found is not None:
            year = f"{origin.year % 100:02d}" if origin else None
            identity = message_id(year, found["station"], found["number"], register)
            return MessageNumber(line.span, found["station"], found["number"], identity)
    return None


def _of_series(text: str, lists: dict[str, list[Addressee]]) -> re.Match[str] | None:
    """The number after the first addressee, if that is the Department: posts numbered their
    telegrams to it in one series.
    """
    first = next(iter(lists["to"]), None)
    if first is None or first.serial is None or not first.name.upper().startswith("SECSTATE"):
        return None
    place = text.find(first.serial, first.span.start, first.span.end)
    return _NUMBER.match(text, place, first.span.end)


def _message_number(
    text: str,
    lines: Sequence[TextLine],
    sender: Span | None,
    numbered: re.Match[str] | None,
    origin: datetime.date | None,
    register: Register,
) -> MessageNumber | None:
    """Number and station of the sender; an airgram's number begins with a letter."""
    if sender is None:
        return None
    named = fold_space(sender.of(text)).upper()
    office = _OFFICE.match(named)
    words = _STATION.match(named[office.end() if office else 0 :])
    if _WASHINGTON.match(named):
        station = "STATE"
    elif words is None:
        return None
    else:
        station = words[0].strip(" .")
    if numbered is not None:
        span, number = Span(*numbered.span("number")), numbered["number"]
    else:
        found = next(filter(None, (_airgram_number(text, line) for line in lines)), None)
        if found is None:
            return None
        span, number = found, "".join(c for c in found.of(text).upper() if c.isalnum())
    year = f"{origin.year % 100:02d}" if origin else None
    return MessageNumber(span, station, number, message_id(year, station, number, register))


def _airgram_number(text: str, line: TextLine) -> Span | None:
    span = trimmed(text, line.start, line.end)
    match = AIRGRAM_NUMBER.match(text, span.start, span.end) or _AT_THE_END.search(
        text, span.start, span.end
    )
    return Span(*match.span("number")) if match else None
