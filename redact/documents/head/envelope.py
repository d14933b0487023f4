"""The transmission lines of a telegram: format lines 1 to 9 of ACP 127."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Any

from redact.documents.dates import month_number
from redact.documents.field import Field, field_at, field_of_line
from redact.documents.head import signs
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.telegram_model import (
    Addressee,
    DateTimeGroup,
    DeLine,
    OperatingSignal,
    Precedence,
)
from redact.markings.register import Register
from redact.patterns import pattern
from redact.values import dataclass

_DE = pattern(
    rf"DE\s+(?P<route>{signs.ROUTE})\b(?:\s*#(?P<serial>\d{{4}})(?:/(?P<section>\d{{1,2}}))?)?"
    r"(?:\s+(?P<day>\d{3})(?P<time>\d{4})\b)?"
)
_SIGNAL = pattern(
    r"(?P<signal>ZN[RY])\s+(?P<characters>[A-Z]+)(?:/(?P<special>[A-Z]+))?(?P<more>(?:\s+Z[A-Z0-9]{2,3})*)"
)
_GROUP = pattern(
    rf"(?P<prosigns>(?:[A-Z]\s+){{0,4}})(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)Z\s*(?P<month>{signs.MONTHS})[A-Z]*\.?"
    r"\s*(?P<year>(?:19|20)?\d\d)(?!\d)(?P<more>(?:\s+[A-Z0-9]{2,4}\b)*)",
    re.IGNORECASE,
)
_PROSIGNS = pattern(r"(?:[A-Z]\s+)*")
_ADDRESSEE = pattern(
    rf"\s*(?:(?:TO|INFO|XMT|FM):?\s+)?(?:(?:(?P<route>{signs.ROUTE})|ZEN)\s*/\s*)?(?P<name>.*?)"
    r"(?:\s+(?P<precedence>(?:NIACT\s+|OP(?:ERATIONAL)?\s+)?(?:FLASH|IMMEDIATE"
    r"|PRIORITY|ROUTINE)(?:\s+NIACT)?))?"
    r"(?:\s+(?P<serial>\d{1,5}(?:-\d{1,5})?))?\s*$"
)
_NUMBERED_UNIT = pattern(r"\b(?:C?JTF|CTF|CTG|TF|JIATF|PHIBRON|DESRON|COMDESRON|CARGRU|MEU|USS)$")
_LIST_END = pattern(r"(?:\s+Z[A-Z0-9]{2,3})+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The transmission lines, each as in `Telegram`."""

    transmission_id: Field | None = None
    precedence: Precedence | None = None
    de_line: DeLine | None = None
    operating_signal: OperatingSignal | None = None
    date_time_group: DateTimeGroup | None = None
    from_: Field | None = None
    to: tuple[Addressee, ...] = ()
    info: tuple[Addressee, ...] = ()
    exempt: tuple[Addressee, ...] = ()


def read_envelope(text: str, lines: Iterable[TextLine], register: Register) -> Envelope:
    """The fields of transmission lines; the first of each kind counts."""
    found: dict[str, Any] = {}
    lists: dict[str, list[Addressee]] = {"to": [], "info": [], "exempt": []}
    list_name: str | None = None
    for line in lines:
        head = line.head
        if signs.TRANSMISSION_ID.match(head):
            if "transmission_id" not in found:
                found["transmission_id"] = field_of_line(text, line)
        elif signs.DE.match(head):
            if "de_line" not in found:
                found["de_line"] = read_de_line(text, line)
        elif signs.OPERATING_SIGNAL.match(head):
            if "operating_signal" not in found:
                found["operating_signal"] = read_operating_signal(text, line)
        elif signs.DATE_TIME_GROUP.match(head):
            if "date_time_group" not in found:
                found["date_time_group"] = read_date_time_group(text, line, register)
        elif signs.FROM.match(head):
            if "from_" not in found:
                found["from_"] = read_origin(text, line)
        elif list_name is None and signs.PRECEDENCE.match(head) and not signs.TO.match(head):
            if "precedence" not in found:
                found["precedence"] = read_precedence(text, line)
        elif not (signs.BREAK.match(head) or signs.GROUP_COUNT.match(head)):
            list_name = _list_of(head) or list_name or "info"
            lists[list_name].append(read_addressee(text, line))
    found.update((name, tuple(addressees)) for name, addressees in lists.items())
    return Envelope(**found)


def _list_of(head: str) -> str | None:
    """The addressee list that a line opens."""
    if signs.TO.match(head):
        return "to"
    if signs.INFO.match(head):
        return "info"
    return "exempt" if signs.EXEMPT.match(head) else None


def read_precedence(text: str, line: TextLine) -> Precedence:
    """FL2."""
    digraph, *routes = line.head.split()
    return Precedence(trimmed(text, line.start, line.end), digraph, tuple(routes))


def read_de_line(text: str, line: TextLine) -> DeLine:
    """FL3; the route is ``None`` when the line cannot be parsed beyond DE."""
    span = trimmed(text, line.start, line.end)
    match = _DE.match(text, span.start, span.end)
    if match is None:
        return DeLine(span, None)
    return DeLine(
        span=span,
        route=match["route"],
        serial=match["serial"],
        section=match["section"],
        day_of_year=int(match["day"]) if match["day"] else None,
        time=match["time"],
    )


def read_operating_signal(text: str, line: TextLine) -> OperatingSignal:
    """FL4. Five equal letters, or three and a release code, give the security character."""
    span = trimmed(text, line.start, line.end)
    match = _SIGNAL.match(text, span.start, span.end)
    if match is None:
        return OperatingSignal(span, line.head[:3], "", None)
    group = match["characters"]
    return OperatingSignal(
        span=span,
        signal=match["signal"],
        characters=group,
        security=_security_character(group),
        special=match["special"],
        signals=tuple(match["more"].split()),
    )


def _security_character(group: str) -> str | None:
    """The letter written five times, or three times before a release code of two others."""
    if len(group) != 5 or len(set(group[:3])) != 1:
        return None
    return group[0] if len(set(group)) == 1 or group[0] not in group[3:] else None


def read_date_time_group(text: str, line: TextLine, register: Register) -> DateTimeGroup:
    """FL5. The moment is ``None`` when the group is not a possible one, such as 30 February."""
    span = trimmed(text, line.start, line.end)
    match = _GROUP.match(text, span.start, span.end)
    words = {p.prosign: p.word for p in register.precedences}
    if match is None:
        found = _PROSIGNS.match(text, span.start, span.end)
        prosigns = tuple(found[0].split()) if found else ()
        return DateTimeGroup(
            span,
            fold_space(span.of(text)),
            prosigns,
            tuple(words[p] for p in prosigns if p in words),
            None,
        )
    prosigns = tuple(match["prosigns"].upper().split())
    return DateTimeGroup(
        span=span,
        text=fold_space(span.of(text)),
        prosigns=prosigns,
        precedence=tuple(words[p] for p in prosigns if p in words),
        moment=_moment(match),
        signals=tuple(s for s in match["more"].upper().split() if s.startswith("Z")),
    )


def _moment(match: re.Match[str]) -> datetime.datetime | None:
    year = int(match["year"])
    if year < 100:
        # Telegrams of this form run from 1973 on.
        year += 1900 if year >= 60 else 2000
    try:
        return datetime.datetime(
            year,
            month_number(match["month"]),
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
            tzinfo=datetime.UTC,
        )
    except ValueError:
        return None


def read_origin(text: str, line: TextLine) -> Field:
    """FL6: the sender, without the letters FM and any routing indicator."""
    match = re.compile(rf"\s*FM:?\s+(?:{signs.ROUTE}\s*/\s*)?").match(text, line.start, line.end)
    span = trimmed(text, match.end() if match else line.start, line.end)
    return field_at(text, span)


def read_addressee(text: str, line: TextLine) -> Addressee:
    """One addressee of FL7 to FL9: route, name, precedence and the serial number given to it."""
    span = trimmed(text, line.start, line.end)
    end = min(span.end, span.start + 400)
    match = _ADDRESSEE.match(fold_space(text[span.start : end]))
    if match is None:
        return Addressee(span, None, fold_space(text[span.start : end]))
    name, serial = match["name"].strip(), match["serial"]
    if serial and len(serial) <= 3 and _NUMBERED_UNIT.search(name):
        name, serial = f"{name} {serial}", None
    return Addressee(
        span=span,
        route=match["route"],
        name=_LIST_END.sub("", name),
        precedence=_precedence_word(match["precedence"]),
        serial=serial,
    )


def _precedence_word(written: str | None) -> str | None:
    """The precedence word, with NIACT in front wherever it was typed."""
    if written is None:
        return None
    words = written.split()
    return "NIACT IMMEDIATE" if "NIACT" in words else words[-1]
