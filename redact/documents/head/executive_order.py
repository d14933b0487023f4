"""The E.O. line: order, declassification instruction and, under E.O. 12065, the classifier."""

from __future__ import annotations

import datetime
import re

from redact.documents.dates import find_date
from redact.documents.lines import fold_space, trimmed
from redact.documents.telegram_model import ExecutiveOrderLine
from redact.patterns import pattern
from redact.sources import Span

_LABEL = pattern(
    r"\s*(?:\(U\)\s*)?(?:E\s?\.?\s?[O0]\s?[.,M;:]{0,2}"
    r"|EXECUTIVE\s+ORDER)\s*[.,:;]?\s*(?P<number>\d{4,6})?\s*(?:\(AS AMENDED\)"
    r"|AS AMENDED)?\s*[:;.,]?\s*",
    re.IGNORECASE,
)
_LONGEST = 600

_KINDS = (
    ("n/a", pattern(r"(?:DECL:?\s*)?(?:N\s?[/.]?\s?A|NOT\s+APPLICABLE)\b\.?", re.IGNORECASE)),
    ("xgds", pattern(r"(?P<token>X[\s-]?GDS)(?:\s*-?\s*\(?[1-4]\)?(?!\d))?", re.IGNORECASE)),
    ("gds", pattern(r"(?P<token>GDS)\b", re.IGNORECASE)),
    ("ads", pattern(r"(?P<token>ADS)\b", re.IGNORECASE)),
    ("rds", pattern(r"(?P<token>RDS(?:\s*-?\s*\d)?)\b", re.IGNORECASE)),
    ("xds", pattern(r"(?P<token>XDS(?:\s*-?\s*\d)?)\b", re.IGNORECASE)),
)
_DECLASSIFY = pattern(
    r"(?:DECL(?:ASS(?:IFY|IFICATION)?|AS|ON)?|DNG|DOWNGRADE)\b(?:\s+(?:ON|DATE))?\s*[:;.]?\s*|DECL",
    re.IGNORECASE,
)
_EXEMPTION = pattern(
    r"(?P<token>(?:25|50|75)\s?X(?:\s?\d{1,2})?(?:\s?-\s?(?:HUM|WMD|HUMAN))?)\b", re.IGNORECASE
)
_X_CODE = pattern(r"(?P<token>(?:1\.[56][\s,]*\(?)?X[1-8])\b\)?", re.IGNORECASE)
_WORDS = (
    ("oadr", pattern(r"(?P<token>O\.?A\.?D\.?R)\b", re.IGNORECASE)),
    ("mr", pattern(r"(?P<token>MR|MANUAL REVIEW)\b", re.IGNORECASE)),
)
_NUMBERS = pattern(
    r"\d{1,4}\s?[/.-]\s?\d{1,4}(?:\s?[/.-]\s?\d{1,4})?|\d{6,8}\b"
    r"|(?:19|20)\d\d\s*(?:[.;,)]|$)|(?=[OIl]{0,3}\d)[\dOIl]{8}\b"
)
"""Figures that look like a date but have too few digits, or the letters O and l for some."""
_NAME = pattern(r"\((?P<name>[A-Z][^()\r\n]{1,60}(?:\r?\n[^()\r\n]{0,60})?)\)?", re.IGNORECASE)
_NAME_LAST = pattern(
    r"\d{2}\s{1,4}\(?(?P<name>[A-Z][A-Z'-]{1,24}(?: [A-Z][A-Z'-]{1,24})?, [A-Z][A-Z.' -]{0,30}?)"
    r"(?=[,\s]{0,4}(?:OR\s?-\s?[A-Z]\b|\Z))"
)
_OFFICE = pattern(r"\bOR\s?-\s?(?P<office>[A-Z](?:/[A-Z])*)\b")


def read_executive_order(
    text: str, start: int, end: int, origin: datetime.date | None
) -> ExecutiveOrderLine:
    """The E.O. line in ``text[start:end]``; ``origin`` is the telegram's date, if known."""
    end = min(end, start + _LONGEST)
    number, span = order_and_instruction(text, start, end)
    kind, token, day = classify_instruction(text, span.start, span.end, origin)
    name = _name(text, span) if kind in ("gds", "rds", "xds", "xgds", "ads", "date") else None
    office = _OFFICE.search(text, span.start, span.end)
    return ExecutiveOrderLine(
        span=trimmed(text, start, end),
        number=number,
        text=fold_space(span.of(text)),
        text_span=span,
        instruction=kind,
        declassify_on=day,
        token=token,
        name=fold_space(name.of(text)) if name else None,
        name_span=name,
        office=f"OR-{office['office']}" if office else None,
    )


def order_and_instruction(text: str, start: int, end: int) -> tuple[str | None, Span]:
    """The number of the order in an E.O. line, and the span of its declassification instruction."""
    end = min(end, start + _LONGEST)
    label = _LABEL.match(text, start, end)
    number = label["number"] if label else None
    span = trimmed(text, label.end() if label else start, end)
    return (number if number and len(number) <= 5 else None), span


def classify_instruction(
    text: str, start: int, end: int, origin: datetime.date | None
) -> tuple[str | None, str | None, datetime.date | None]:
    """Kind, token and date of a declassification instruction, as in `ExecutiveOrderLine`."""
    for kind, form in _KINDS:
        match = form.match(text, start, end)
        if match:
            token = fold_space(match["token"]).upper() if "token" in match.re.groupindex else None
            found = find_date(text, match.end(), end, after=origin)
            return kind, token, found.day if found else None
    label = _DECLASSIFY.match(text, start, end)
    here = label.end() if label else start
    na = _KINDS[0][1].match(text, here, end)
    if na:
        return "n/a", None, None
    exempt = _EXEMPTION.search(text, here, end)
    found = find_date(text, here, end, after=origin)
    if exempt:
        token = re.sub(r"\s", "", exempt["token"]).upper()
        return "exemption", token, found.day if found else None
    code = _X_CODE.match(text, here, end)
    if code:
        return (
            "x-code",
            fold_space(code["token"]).upper().rpartition("X")[1] + code["token"][-1],
            None,
        )
    for kind, form in _WORDS:
        match = form.match(text, here, end)
        if match:
            return kind, kind.upper(), None
    if found:
        return ("date", None, found.day) if found.day else ("invalid-date", None, None)
    if _NUMBERS.match(text, here, end):
        return "invalid-date", None, None
    return ("event" if text[here:end].strip(" \t\r\n.:;-") else None), None, None


def _name(text: str, span: Span) -> Span | None:
    """The classifying officer: ``GDS 11/15/85 (ROE, JANE S.)``, or at the end without brackets."""
    match = _NAME.search(text, span.start, span.end)
    if match is None:
        match = _NAME_LAST.search(text, span.start, span.end)
    if match is None or not re.search(r"[A-Z]{2}", match["name"], re.IGNORECASE):
        return None
    return trimmed(text, *match.span("name"))
