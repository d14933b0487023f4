"""Banner lines and classification lines of a telegram, and labels used in place of a level."""

from __future__ import annotations

from redact.documents.banner.banner_span import banner_span
from redact.documents.division.layout import Layout
from redact.documents.field import Field
from redact.documents.head.printed_forms import level_stated
from redact.documents.lines import fold_space, trimmed
from redact.documents.model import BannerLine
from redact.documents.readings import read_banner
from redact.markings.level import find_level
from redact.markings.register import Register


def read_banners(layout: Layout, register: Register) -> tuple[BannerLine, ...]:
    """Every line that states an overall classification, in order, with its place in the record."""
    texts = list(layout.of_kind("body", "page-heading", "classification-line"))
    top = layout.lines[texts[0].first].start if texts else 0
    while texts and texts[-1].kind == "page-heading":
        texts.pop()  # the number of the last page comes after its banner line
    bottom = layout.lines[texts[-1].last - 1].end if texts else 0
    found: list[BannerLine] = []
    for stretch in layout.of_kind("banner", "classification-line"):
        if stretch.classification:
            span, place = stretch.classification.level_span, "line"
        else:
            line = layout.lines[stretch.first]
            span = (
                banner_span(layout.text, line.start, line.end, register)
                or level_stated(layout.text, line.start, line.end)
                or trimmed(layout.text, line.start, line.end)
            )
            place = "page"
            if not texts or span.start < top:
                place = "top"
            elif span.start >= bottom:
                place = "bottom"
        words = fold_space(span.of(layout.text))
        found.append(BannerLine(span, words, read_banner(words, register), place))
    return tuple(found)


def read_handling(
    layout: Layout, banners: tuple[BannerLine, ...], register: Register
) -> tuple[Field, ...]:
    """The administrative label on the classification line, or on a banner if that is unreadable."""
    line = layout.classification
    if line is not None and line.label is not None:
        return (Field(line.level_span, line.label),)
    if line is not None and line.marking is not None:
        return ()
    for banner in banners:
        found = find_level(banner.text, register) if banner.marking else None
        if found and register.level(found[0]) is None:
            return (Field(banner.span, found[0]),)
    return ()
