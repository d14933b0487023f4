"""Page headings: ``PAGE 02  LA PAZ 00676  010653Z``, ``MADRID 00000869  001.2 OF 004``."""

from __future__ import annotations

from functools import lru_cache

from redact.documents.head import signs
from redact.documents.lines import TextLine
from redact.documents.telegram_model import PageHeading
from redact.markings.level import find_level
from redact.markings.register import Register
from redact.patterns import pattern

_STATION = pattern(
    r"(?P<station>[A-Z][A-Z .'/-]{1,28}?) ?(?P<number>\d{3,8})\b"
    r"(?: (?P<section>\d{1,2}) OF (?P<count>\d{1,2}))?"
)
_HANDLING = pattern(
    r"(?: POSS DUPE| (?:TO(?:SEC|DEP|VIP|HAK)|(?:SEC|DEP|VIP|HAK)TO) ?\d{1,6}|[ \dZ])*$"
)


def is_page_heading(head: str, register: Register) -> bool:
    """Whether a line is a page heading inside the record."""
    beginning = head[:40].upper()
    if beginning.startswith("PAGE"):
        return _after_page(head, register) is not None
    if (head[-1].isdigit() or head[-1] == "Z") and signs.SECTION_PAGE.match(head):
        return True
    return " PAGE " in beginning and _level_and_page(head, register) is not None


def read_page_heading(line: TextLine, register: Register) -> PageHeading:
    """The page heading on a line for which `is_page_heading` holds."""
    head = line.head
    match = signs.SECTION_PAGE.match(head)
    if match:
        return PageHeading(
            span=line.span,
            page=None,
            station=match["station"],
            number=match["number"],
            section=int(match["section"]),
            section_count=int(match["count"]),
        )
    level, page, rest = (
        _after_page(head, register) or _level_and_page(head, register) or (None, None, "")
    )
    station = _STATION.match(rest)
    if station is None:
        return PageHeading(span=line.span, page=page, level=level)
    return PageHeading(
        span=line.span,
        page=page,
        station=station["station"],
        number=station["number"],
        section=int(station["section"]) if station["section"] else None,
        section_count=int(station["count"]) if station["count"] else None,
        level=level,
    )


@lru_cache(maxsize=64)  # a heading is recognized first and read after all lines are
def _after_page(head: str, register: Register) -> tuple[str | None, int, str] | None:
    """Level, page and rest of ``PAGE 02 …``; a level may precede the station."""
    match = signs.PAGE.match(head)
    if match is None:
        return None
    rest = match["rest"].strip()
    found = find_level(rest, register) if rest else None
    if found:
        rest = rest[found[1].end :].strip()
    station = _STATION.match(rest)
    if (
        rest
        and not (station and _HANDLING.match(rest[station.end() :]))
        and not _HANDLING.match(rest)
    ):
        return None
    return (found[0] if found else None), int(match["page"]), rest


def _level_and_page(head: str, register: Register) -> tuple[str | None, int, str] | None:
    """Level, page and rest of ``CONFIDENTIAL PAGE 02 LA PAZ …``."""
    found = find_level(head, register)
    if found is None:
        return None
    after = _after_page(head[found[1].end :].strip(), register)
    return after and (found[0], after[1], after[2])
