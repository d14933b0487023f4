"""Page breaks of a paper in a text without form feeds."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from redact.documents.model import BannerLine, Document
from redact.patterns import pattern
from redact.sources import Span
from redact.values import dataclass

_BETWEEN_PAGES = ("banner", "page-heading", "blank")
_NUMBER = pattern(
    r"\bPAGE[ \t]{0,4}(?P<page>\d{1,4})\b"
    r"|(?:^|[\r\n])[^\w\r\n]{0,60}(?:(?P<of>\d{1,4})[ \t]OF[ \t]\d{1,4}"
    r"|[-\u2013\u2014][ \t]?(?P<dashed>\d{1,4})[ \t]?[-\u2013\u2014])[ \t]{0,80}(?:$|[\r\n])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Lines between two stretches of text that end one page and begin the next.

    ``number`` is the first page number among them, ``None`` where there is none.
    """

    span: Span
    banners: tuple[BannerLine, ...]
    number: int | None


def page_breaks(document: Document) -> list[PageBreak]:
    """The page breaks, as far as page numbers or pairs of banner lines show them; otherwise none.

    Numbers between dashes may not be page numbers, so they must be ascending.
    """
    breaks = [*_breaks(document)]
    numbers = [found.number for found in breaks if found.number is not None]
    if any(after != before + 1 for before, after in pairwise(numbers)):
        return []
    paired = any(len(found.banners) > 1 for found in breaks)
    return breaks if paired or numbers else []


def _breaks(document: Document) -> Iterator[PageBreak]:
    """Every run of banner lines, page headings and blank lines between two stretches of text."""
    text = document.text
    banners = sorted(document.banners, key=lambda banner: banner.span)
    starts = [banner.span.start for banner in banners]
    run: list[Span] = []
    follows_text = False
    for segment in document.segments:
        if segment.kind in _BETWEEN_PAGES:
            run.append(segment.span)
            continue
        if run and follows_text:
            span = Span(run[0].start, run[-1].end)
            inside = banners[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            match = _NUMBER.search(text, span.start, span.end)
            number = int(match[match.lastgroup]) if match and match.lastgroup else None
            if inside or number is not None:
                yield PageBreak(span, tuple(inside), number)
        run = []
        follows_text = True
