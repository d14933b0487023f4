"""The REF line: telegrams, letters, conversations and reports the telegram refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from redact.documents.head.message_id import message_id
from redact.documents.lines import fold_space, trimmed
from redact.documents.telegram_model import Reference
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_LABEL = pattern(
    r"\s*(?:\(U\)\s*)?REF(?:S|TELS?|ERENCES?|\(S\))?\s*(?=\(?[A-Z1-9]\s*[.):]|[:;]|\s)[:;]*\s*",
    re.IGNORECASE,
)
_LONGEST = 8000
"""Maximum code points of a REF line that are parsed; the longest seen has some hundred entries."""

_LONGEST_ENTRY = 400
"""Code points after which an entry ends at the next separator, whatever it is."""

_ENTRY = pattern(
    r"(?:(?<=[\s,;:.)\u00b6])|^)(?:REF\s+)?\(?\s?(?P<label>[A-Z]{1,2}"
    r"|\d{1,2})\s?(?:[.)](?:\)|:)?|:)\s*"
    # Copies of many posts carry each label twice: A. A. POST 12, or A. (A) POST 12.
    r"(?:\(?(?P=label)(?:[.)](?:\)|:)?|:)\s*)?(?=[^\s)])"
)
_SPLIT = pattern(
    r"\s*;\s*|\s*,?\s+AND\s+(?!(?:PREVIOUS|PRIOR|EARLIER|SUBSEQUENT)\b)(?=(?:\d\d\s+)?[A-Z]|\d{2})|\s*[,:]\s+(?!(?:JAN|FEB|MAR"
    r"|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV"
    r"|DEC))(?=(?:\d\d\s+)?[A-Z][A-Z .']{1,30}?\s+A?-?\d{2,6}\b)"
    r"|(?P<line>\s*[\r\n]\s*)",
    re.IGNORECASE,
)
_DIGIT = pattern(r"\d")
_EDGE = pattern(r"(?:[\s,;:]|\bAND\b)+", re.IGNORECASE)

_TELEGRAM = pattern(
    r"\(?(?:(?P<year>\d{2}|(?:19"
    r"|20)\d{2})\)?\s*)?(?P<station>[A-Z][A-Z.'’/&-]*(?:\s+[A-Z.'’/&-]+){0,5}?)\s*(?:TELEGRAM\s+"
    r"|CABLE\s+)?#?(?P<number>\d{2,8}|\d(?=\s*(?:\(|$)))(?![\d/.-]\d|\d|Z|\s+(?:JAN"
    r"|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))",
    re.IGNORECASE,
)
_TO_THE_POST = frozenset(("DEPTEL", "EMBTEL", "CONTEL", "CONGENTEL", "LEGTEL", "MYTEL", "URTEL"))
"""Telegram series between the Department and one post that do not state which post."""
_NUMBER_ALONE = pattern(r"(?P<number>\d{2,8})\s*(?:\([A-Z ]+\))?\s*$")
_GROUP = pattern(r"\b\d{6}Z\b(?:\s*[A-Z]{3}\s*(?P<year>\d{2}))?", re.IGNORECASE)
_DATED = pattern(
    r"\b(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV"
    r"|DEC)[A-Z]*\.?\s+\d{1,2},?\s+(?:19|20)(?P<year>\d\d)\b",
    re.IGNORECASE,
)
_NO_STATION = pattern(
    r"\b(?:OF|LETTER|LTR|TEL(?:E)?CON|NOTE|E-?MAILS?|DATED|DTD|PARAS?|PARAGRAPH|PAGE"
    r"|ON|FROM|TO|AND|MEMO(?:RANDUM)?|MSG|MESSAGE|REPORT"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?"
    r"|FBIS|OSC|IIR|TD|CIR|NIACT|CERP|AIRGRAM|PUBLIC LAW|RESOLUTION|UNSCR|E\.?O|FAM"
    r"|CFR|VOL|NO|ITEM)\b",
    re.IGNORECASE,
)
_KINDS = (
    ("email", re.compile(r"\bE-?\s?MAILS?\b|@", re.IGNORECASE)),
    (
        "telephone",
        re.compile(
            r"\bTEL(?:E|EPHONE)?\s?-?CONS?\b|\b(?:PHONE|TELEPHONE)\b|\bTELECONS?\b", re.IGNORECASE
        ),
    ),
    (
        "report",
        re.compile(
            r"\b(?:FBIS|OSC|IIR|TD|CIR|REPORTS?|WIRELESS|BBC|INTEL|NIE|SNIE)\b", re.IGNORECASE
        ),
    ),
    (
        "document",
        re.compile(
            r"\b(?:LETTERS?|LTR|MEMO(?:RANDUM|RANDA|S)?|NOTES?|AIRGRAM|A\s?-?\s?\d+|PAPER|FAM"
            r"|CFR|AGREEMENT|CONTRACT|REGULATION|NOTICE|FAX|DIP(?:LOMATIC)?\s+NOTE|DEMARCHE"
            r"|ARTICLE|CERP|NO\.)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "telegram",
        re.compile(
            r"\b(?:MSGS?|MESSAGES?|TELEGRAMS?|CABLES?|SEPTELS?|REFTELS?)\b|\d{6}Z", re.IGNORECASE
        ),
    ),
)
_NONE = pattern(r"(?:N/?A|NONE|NIL)\.?$", re.IGNORECASE)
_CAPTION = pattern(
    r"\(?\b(NOTAL|NODIS|EXDIS|STADIS|LIMDIS|NOFORN|ROGER CHANNEL)\b\)?", re.IGNORECASE
)


def read_references(
    text: str, start: int, end: int, register: Register, own_year: str | None
) -> tuple[Reference, ...]:
    """The entries of a REF line (label included), in order.

    ``own_year`` (two digits) is the year of entries that do not state one.
    """
    label = _LABEL.match(text, start, end)
    here, end = (label.end() if label else start), min(end, start + _LONGEST)
    found: list[Reference] = []
    for letter, span in _entries(text, here, end):
        for piece in _pieces(text, span, labelled=letter is not None):
            previous = found[-1] if found and found[-1].label == letter else None
            entry = _read_entry(text, piece, letter, previous, register, own_year)
            if entry is not None:
                found.append(entry)
    return tuple(found)


def _entries(text: str, start: int, end: int) -> Iterator[tuple[str | None, Span]]:
    """Consecutive labels (A, B, C or 1, 2, 3) and the span of the text after each."""
    marks: list[re.Match[str]] = []
    for match in _ENTRY.finditer(text, start, end):
        if _follows(
            marks[-1]["label"] if marks else None,
            match["label"],
            at_start=not text[start : match.start()].strip(" ("),
        ):
            marks.append(match)
    first = marks[0].start() if marks else end
    if text[start:first].strip(" \t\r\n,;:("):
        yield None, Span(start, first)
    for index, mark in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else end
        yield mark["label"].upper(), Span(mark.end(), stop)


def _follows(before: str | None, label: str, *, at_start: bool) -> bool:
    """Whether a label is the next one; the first must be A or 1, or open the line."""
    if before is None:
        return label in ("A", "1") or (at_start and len(label) == 1)
    if before.isdigit() or label.isdigit():
        return before.isdigit() and label.isdigit() and int(label) == int(before) + 1
    return len(label) == 1 and 1 <= ord(label) - ord(before[-1]) <= 2


def _line_end(text: str, start: int, end: int) -> int:
    """End of the line that starts at ``start``."""
    match = re.compile(r"[^\r\n]*").match(text, start, end)
    return match.end() if match else end


def _pieces(text: str, span: Span, *, labelled: bool) -> Iterator[Span]:
    """The references in an entry that names several; without labels each may be on its own line."""
    here = span.start
    for match in _SPLIT.finditer(text, span.start, span.end):
        if match["line"] and (
            labelled
            or not _DIGIT.search(text, here, match.start())
            or not _is_reference(text, match.end(), _line_end(text, match.end(), span.end))
        ):
            continue
        if match.start() - here > _LONGEST_ENTRY or _is_reference(text, here, match.start()):
            yield Span(here, match.start())
            here = match.end()
    yield Span(here, span.end)


def _is_reference(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    return _telegram(words) is not None or any(sign.search(words) for _, sign in _KINDS)


def _telegram(words: str) -> re.Match[str] | None:
    match = _TELEGRAM.match(words.strip().lstrip("("))
    if match is None or _NO_STATION.search(match["station"]):
        return None
    # LA PAZ A-236 and PL 480 are not telegrams, nor is a station of one letter.
    last = match["station"].split()[-1].strip("-.").upper()
    if len(match["station"]) < 3 or last in ("A", "PL", "NO") or match["station"].endswith("-"):
        return None
    return match


def _read_entry(
    text: str,
    piece: Span,
    label: str | None,
    previous: Reference | None,
    register: Register,
    own_year: str | None,
) -> Reference | None:
    span = _without_edges(text, piece)
    words = fold_space(span.of(text))
    if not words or _NONE.match(words):
        return None
    captions = tuple(m[1].upper() for m in _CAPTION.finditer(words))
    entry = Reference(span=span, label=label, text=words, kind="other", captions=captions)
    named = _telegram(words)
    station = number = written = None
    if named:
        station, number = fold_space(named["station"]).upper(), named["number"]
        written = named["year"]
    elif previous and previous.station and (alone := _NUMBER_ALONE.match(words)):
        station, number = previous.station, alone["number"]
    if station:
        written = written or _later_year(words)
        year = written[-2:] if written else own_year
        return replace(
            entry,
            kind="telegram",
            station=station,
            number=number,
            year=year,
            year_written=written is not None,
            id=None if station in _TO_THE_POST else message_id(year, station, number, register),
        )
    kind = next((name for name, sign in _KINDS if sign.search(words)), "other")
    return replace(entry, kind=kind)


def _later_year(words: str) -> str | None:
    """The year of a date-time group or date after the number: ``STATE 207984 310241Z AUG 77``."""
    match = _GROUP.search(words) or _DATED.search(words)
    return match["year"] if match else None


def _without_edges(text: str, piece: Span) -> Span:
    span = trimmed(text, piece.start, piece.end)
    lead = _EDGE.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    end = span.end
    while end > start and (
        text[end - 1] in " \t\r\n,;:\u00b6"
        or (text[end - 1] == "." and text[start:end].count(".") == 1)
    ):
        end -= 1
    if text[start:end].upper().endswith(" AND"):
        end -= 4
    return trimmed(text, start, max(start, end))
