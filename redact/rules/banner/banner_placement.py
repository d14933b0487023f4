"""Checks that a paper has its banner line at the top and bottom of every page.

## Why

Pages are separated, copied and photographed. A page that does not show its classification is
handled as if it had none.

## Example

    SECRET

    (S) The pump test is on Tuesday.

*Use instead:* the line `SECRET` again under the last paragraph.

## Limits

Telegrams have no page banners. Pages are known by form feeds, else by page numbers that count
upwards (`Page 2 of 5`, `- 2 -`) and by pairs of banner lines; text without them is one page. An
inner page may have its own, lower level.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from redact.documents.model import BannerLine, Document
from redact.findings import Examined, Hit
from redact.rules.banner.page_breaks import page_breaks
from redact.sources import Span

ID = "banner-placement"

_WITHOUT_PAGES = ("telegram", "military", "public-copy", "marking", "text")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each page that does not begin and end with a banner line."""
    document = examined.document
    if document.kind in _WITHOUT_PAGES or not document.banners or document.telegram:
        return
    text = document.text
    banners = sorted(document.banners, key=lambda banner: banner.span)
    starts = [banner.span.start for banner in banners]
    ends = [banner.span.end for banner in banners]
    if "\f" not in text:
        yield from _between_pages(document)
    start = 0
    for number, page in enumerate(text.split("\f"), 1):
        end = start + len(page)
        if page.strip():
            first = start + len(page) - len(page.lstrip())
            last = start + len(page.rstrip())
            inside = banners[bisect_right(ends, first) : bisect_left(starts, last)]
            yield from _page(text, Span(first, last), inside, number)
        start = end + 1


def _between_pages(document: Document) -> Iterator[Hit]:
    """Hits where two pages meet without the banner lines of both."""
    breaks = page_breaks(document)
    if not any(found.banners for found in breaks):
        breaks = breaks[:1]  # a paper without inner banner lines: one cause
    for found in breaks:
        if len(found.banners) > 1:
            continue
        page = "" if found.number is None else f" at page {found.number}"
        missing = "one banner line" if found.banners else "no banner line"
        start = found.banners[0].span.start if found.banners else found.span.start
        line = document.text[start : found.span.end]
        start += len(line) - len(line.lstrip())
        yield Hit(
            span=Span(start, start + len(line.strip().split("\n")[0].rstrip())),
            message=f"{missing} between two pages{page}, there should be two",
            fix="write the banner line at the bottom of each page and at the top of the next",
        )


def _page(text: str, page: Span, inside: list[BannerLine], number: int) -> Iterator[Hit]:
    """The page's first and last banner line may have only a page number outside them."""
    middle = (page.start + page.end) // 2
    top = any(banner.place == "top" or banner.span.end <= middle for banner in inside)
    bottom = any(banner.place == "bottom" or banner.span.start > middle for banner in inside)
    if len(inside) > 1 and top and bottom:
        return
    missing = "top" if bottom and not top else "bottom"
    if not inside:
        missing = "top and bottom"
    line_end = text.find("\n", page.start, page.end)
    place = inside[0].span if inside else Span(page.start, page.end if line_end < 0 else line_end)
    yield Hit(
        span=place,
        message=f"page {number} has no banner line at the {missing}",
        fix=f"write the banner line at the {missing} of the page",
    )
