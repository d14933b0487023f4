"""Checks that the lines that state the overall classification agree and state one level.

## Why

Two levels in one line, a level of the United States joined to one of another system, or a top
banner and a bottom banner with different levels or controls leave the choice to the reader. Whoever
chooses the lower one exposes the rest.

## Example

    SECRET//CONFIDENTIAL

*Use instead:*

    SECRET

## Limits

The banner of an inner page may be lower than the first one, when it covers that page only. Before
1995-10-14 the bottom banner may state the level alone, since controls were on the first page.
Repeated header blocks of a telegram are compared by `env-header-blocks-conflict`, page lines by
`env-page-header-mismatch`. An UNCLASSIFIED beside a release stamp belongs to the stamp.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import BannerLine, Document
from redact.findings import Examined, Hit, Label
from redact.markings.arrange import arrange, modernise
from redact.markings.marking import LEVELS, Marking, level_rank
from redact.rules.banner.level_words import levels_in
from redact.rules.banner.prohibited import written_line
from redact.rules.eras import before_one_syntax

ID = "class-levels-conflict"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on a line with two levels, and one on each banner that contradicts the first line."""
    document = examined.document
    for banner in document.banners:
        names = levels_in(written_line(document, banner.span), examined.register)
        if len(names) > 1:
            yield Hit(
                span=banner.span,
                message=f"line states two levels: {' and '.join(names)}",
                fix="state one level",
                found=" ".join(names),
            )
    yield from _different(document)
    yield from _other_controls(document)


def _other_controls(document: Document) -> Iterator[Hit]:
    """A hit on the last line of a paper if it has the level of the first but other controls."""
    lines = document.readable_banners
    if document.telegram is not None or len(lines) < 2:
        return
    first, last = lines[0], lines[-1]
    if first.place != "top" or last.place != "bottom" or _is_of_last_page(document, last):
        return
    above, below = first.marking, last.marking
    if above is None or below is None or above.level != below.level:
        return
    if before_one_syntax(document) and below == Marking(level=below.level, system=below.system):
        return
    if arrange(modernise(above)) != arrange(modernise(below)):
        yield Hit(
            span=last.span,
            message=f"bottom banner is {below.banner()}, top banner is {above.banner()}",
            fix="write the same marking on both",
            expected=above.banner(),
            found=below.banner(),
            related=(Label(first.span, "top banner"),),
        )


def _different(document: Document) -> Iterator[Hit]:
    reference = document.classification_line
    if reference is None or reference.marking is None:
        return
    stated = reference.marking.level
    found: dict[str, list[BannerLine]] = {}
    for banner in document.banners:
        level = banner.marking.level if banner.marking else None
        if level is None or level == stated or banner.place == "line":
            continue
        if level == LEVELS[0] and _is_of_stamp(document, banner):
            continue
        if banner.place == "bottom" and _is_of_last_page(document, banner):
            continue
        # Below the last text only the last line is that of the document.
        is_inner = banner.place == "page" or (
            banner.place == "bottom" and banner is not document.banners[-1]
        )
        if not is_inner or level_rank(level) > level_rank(stated):
            found.setdefault(level, []).append(banner)
    for level, banners in found.items():
        again = tuple(Label(b.span, "same here") for b in banners[1:])
        yield Hit(
            span=banners[0].span,
            message=f"{_name(banners[0])} is {level}, {_name(reference)} is {stated}",
            fix=f"state the same level on both; {max(level, stated or '', key=level_rank)} holds",
            expected=stated,
            found=level,
            related=(Label(reference.span, _name(reference)), *again),
        )


def _is_of_stamp(document: Document, banner: BannerLine) -> bool:
    """Whether a banner belongs to the stamp beside it, which says what the record is now."""
    text = document.text
    between = (
        text[banner.span.end : stamp.span.start] + text[stamp.span.end : banner.span.start]
        for stamp in document.stamps
    )
    return any(not words.strip() for words in between)


def _is_of_last_page(document: Document, bottom: BannerLine) -> bool:
    """Whether the last page has one level at its top and bottom, as an inner page may."""
    top = [b for b in document.banners if b.place == "page" and b.span < bottom.span]
    if len(top) < 2 or top[-1].marking is None or bottom.marking is None:
        return False
    between = document.text[top[-2].span.end : top[-1].span.start]
    # Only a page number is between the bottom of a page and the top of the next.
    return top[-1].marking == bottom.marking and sum(c.isalpha() for c in between) < 8


def _name(banner: BannerLine) -> str:
    return "classification line" if banner.place == "line" else f"{banner.place} banner"
