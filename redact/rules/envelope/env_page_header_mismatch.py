"""Checks that page lines inside the text belong to the message.

## Why

Page lines such as `PAGE 02  TESTVI 00412  01 OF 03  060018Z` repeat station, number, sections and
sometimes the level. A line that gives those of another message shows that pages were mixed.

## Example

    C O N F I D E N T I A L TESTVILLE 000412
    …
    SECRET PAGE 02

*Use instead:*

    CONFIDENTIAL PAGE 02

## Limits

The time on a page line is when it was handled and is not compared. Numbers are equal with or
without leading zeros; station names may be cut to six characters and one letter of them garbled.
The same disagreement on several pages is reported once. A level above the text's at the head of a
page is left to `class-levels-conflict`. Inside the text a line that names another
station is read as text, and a page of another message that has a header of its own in the file is
left to `env-several-messages`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from redact.documents.model import BannerLine, Document
from redact.documents.telegram_model import PageHeading, Telegram
from redact.findings import Examined, Hit, Label
from redact.markings.marking import level_rank
from redact.rules.envelope.stations import differ_by_a_letter, same_station

ID = "env-page-header-mismatch"


def check(examined: Examined) -> Iterator[Hit]:
    """One hit for each kind of disagreement, on the first page line that shows it."""
    document = examined.document
    telegram = document.telegram
    if telegram is None:
        return
    pages: dict[str, list[PageHeading | BannerLine]] = {}
    for heading in telegram.page_headings:
        for message in _disagreements(heading, document, telegram):
            pages.setdefault(message, []).append(heading)
    for banner in document.banners:
        level = banner.marking.level if banner.marking and banner.place == "page" else None
        if 0 < level_rank(level) < level_rank(document.level or ""):
            message = f"page line is {level}, classification line is {document.level}"
            pages.setdefault(message, []).append(banner)
    for message, headings in pages.items():
        yield Hit(
            span=headings[0].span,
            message=message,
            related=tuple(Label(h.span, "the same on this page line") for h in headings[1:]),
        )


def _disagreements(heading: PageHeading, document: Document, telegram: Telegram) -> Iterator[str]:
    mrn = telegram.message_number
    if mrn and heading.number and heading.number.isdigit() and mrn.number.isdigit():
        page, own = int(heading.number), int(mrn.number)
        if page != own and _heads_another(page, telegram):
            return  # env-several-messages
        if page != own:
            yield f"page line belongs to message {page}, message number is {own}"
    if mrn and heading.station and not _same_or_garbled(heading.station, mrn.station):
        yield "page line names a different station from the message number"
    if heading.level and document.level and heading.level != document.level:
        yield f"page line is {heading.level}, classification line is {document.level}"
    counts = {section.count for section in telegram.sections if section.place == "line"}
    if heading.section_count and counts and heading.section_count not in counts:
        yield f"page line counts {heading.section_count} sections, SECTION line {min(counts)}"
    if heading.section and heading.section_count and heading.section > heading.section_count:
        yield f"page line belongs to section {heading.section} of {heading.section_count}"


def _heads_another(number: int, telegram: Telegram) -> bool:
    """Whether a header below has the number: the page is that of another message in the file."""
    numbers = (block.number for block in telegram.header_blocks[1:])
    return any(own and own.isdigit() and int(own) == number for own in numbers)


@lru_cache(maxsize=64)  # every page of a telegram names its station
def _same_or_garbled(page: str, own: str) -> bool:
    return same_station(page, own) or differ_by_a_letter(page, own)
