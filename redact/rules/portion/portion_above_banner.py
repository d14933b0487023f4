"""Checks that no portion is marked above the overall classification.

## Why

The overall classification is the highest of all portions. A reader who trusts a lower
classification line handles, stores and sends the higher portion without the protection it needs.

## Example

    C O N F I D E N T I A L TESTVILLE 000012

    1. (S) The pump test is on Tuesday.

*Use instead:* `S E C R E T TESTVILLE 000012`, or `(C)` if the text is no more than that.

## Limits

A page whose banner lines state a lower level is judged by that level. Portions whose mark is
missing or unreadable are left to other rules. Handling labels such as SBU are not levels and never
outrank a classification. A mark inside the text counts if it raises the portion and is more than a
letter; otherwise see `portion-text-contradiction`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from redact.documents.model import BannerLine, Document
from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit, Label
from redact.markings.marking import level_rank
from redact.rules.cui.cui_marks import cui_banner
from redact.rules.portion.inner_marks import lifting_mark
from redact.rules.scope import line_name

ID = "portion-above-banner"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for every mark that outranks the overall classification."""
    document = examined.document
    # The banner line of a CUI paper states no level and so is UNCLASSIFIED.
    overall_line = document.classification_line or cui_banner(document)
    if overall_line is None:
        return
    overall_name = line_name(overall_line)
    has_pages = document.telegram is None and len(document.banners) > 2
    for portion in document.portions:
        line, name = overall_line, overall_name
        page = _page_line(document, portion) if has_pages else None
        if page is not None:
            line, name = page, "page's banner line"
        level = line.marking.level if line.marking else None
        overall, stated = level or "UNCLASSIFIED", level or "CUI"
        marked = portion.marking.level if portion.marking else None
        what = "subject" if portion.kind in ("subject", "title") else "portion"
        lifts = lifting_mark(document, portion)
        inside = portion.at_least
        if lifts is not None and level_rank(inside) > level_rank(overall):
            yield Hit(
                span=lifts,
                message=f"text of the {what} is marked {inside}, {name} is {stated}",
                fix=f"raise the {name} and the {what}'s mark to {inside}, or correct the text",
                expected=f"{stated} or lower",
                found=inside,
                related=(Label(line.span, name),),
            )
        elif marked is not None and level_rank(marked) > level_rank(overall):
            yield Hit(
                span=portion.mark_span or portion.span,
                message=f"{what} is {marked}, {name} is {stated}",
                fix=f"raise the {name} to {marked}, or correct the {what}'s mark",
                expected=f"{stated} or lower",
                found=marked,
                related=(Label(line.span, name),),
            )


def _page_line(document: Document, portion: Portion) -> BannerLine | None:
    """The banner line of a page that states a lower level than the whole, the same above a portion
    as below it; ``None`` for any other portion.
    """
    banners = document.banners
    place = bisect_left(banners, portion.span, key=lambda banner: banner.span)
    if not 0 < place < len(banners):
        return None
    above, below = banners[place - 1].marking, banners[place].marking
    if above is None or below is None or above.level is None or above.level != below.level:
        return None
    return banners[place - 1] if level_rank(above.level) < level_rank(document.level) else None
