"""Reads a memorandum or other paper from top to bottom."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from redact.documents.authority.stamps import find_stamps, read_stamp
from redact.documents.authority.statement import find_authority
from redact.documents.banner.banner_span import banner_span, is_banner, marking_place
from redact.documents.dates import find_date
from redact.documents.field import Field, field_at
from redact.documents.lines import TextLine, fold_space, split_lines, trimmed
from redact.documents.memorandum.banner_lines import join_wrapped_banners
from redact.documents.memorandum.letterhead import issuer_of
from redact.documents.memorandum.line_kinds import DESIGNATION, STATEMENT, line_kinds
from redact.documents.memorandum.lone_marks import join_lone_marks
from redact.documents.memorandum.portions import find_portions
from redact.documents.model import AuthorityBlock, BannerLine, Document, Segment
from redact.documents.portions.blocks import find_blocks
from redact.documents.readings import read_banner
from redact.documents.wrapping.artifacts import find_artifacts
from redact.documents.wrapping.decorations import with_decorations, without_decorations
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Source, Span

_DATE_LINE = pattern(
    r"(?i:DATE\b[^:]{0,24}:?|DATED|(?:DATE )?CREATED|AND PLACE:|DTG ?:)"
    r"|(?:[A-Z][a-z]+ \d|(?!\d{1,3}[.)] )\d|[A-Z]{3,9} \d)"
)
_LAST_COLUMN = pattern(r"(?<=\S)[ \t]{3,120}(?P<words>[A-Z]{3,12}(?: SECRET)?)[ \t]{0,120}$")
_LAST_DATE_LINE = 60
_WITHIN_AUTHORITY_BLOCK = ("authority", "blank", "page-heading")
"""Kinds of line inside one authority block, which may be a table with a rule inside."""


def read_memorandum(
    source: Source,
    lines: tuple[TextLine, ...],
    stamps: Sequence[range],
    register: Register,
    kind: str = "memorandum",
) -> Document:
    """The document as a paper with banner lines and marked portions."""
    text = join_wrapped_banners(join_lone_marks(without_decorations(source.text, lines)), register)
    if text != source.text:
        lines = split_lines(text)
        stamps = find_stamps(text, lines)
    kinds = line_kinds(text, lines, stamps, register)
    if text != source.text:
        _keep_lines_without_words(source.text, lines, kinds)
    written = [i for i, what in enumerate(kinds) if what in ("body", STATEMENT)]
    blocks = (
        find_blocks(text, lines, lines[written[0]].start, lines[written[-1]].end) if written else ()
    )
    banners = _banners(text, lines, kinds, register)
    return Document(
        source=source,
        kind=kind,
        register=register.name,
        segments=_segments(lines, kinds),
        banners=banners,
        portions=tuple(
            with_decorations(portion, source.text, text)
            for portion in find_portions(text, lines, kinds, blocks, register)
        ),
        authority=_authority(text, lines, kinds, banners),
        cui_designation=_designation(text, lines, kinds),
        blocks=blocks,
        artifacts=find_artifacts(source.text, ()),
        stamps=tuple(read_stamp(lines[s.start : s.stop]) for s in stamps),
        issuer=issuer_of(lines, kinds),
        date=_date_of_origin(text, lines, kinds),
    )


def _keep_lines_without_words(text: str, lines: Sequence[TextLine], kinds: list[str]) -> None:
    """Keep lines that have signs but no words, such as a line number or a quotation sign."""
    for index, line in enumerate(lines):
        if not line.head and text[line.start : line.end].strip():
            kinds[index] = "page-heading"


def _segments(lines: Sequence[TextLine], kinds: Sequence[str]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for line, what in zip(lines, kinds, strict=True):
        name = "body" if what == STATEMENT else what
        if found and found[-1].kind == name:
            found[-1] = Segment(Span(found[-1].span.start, line.stop), name)
        else:
            found.append(Segment(Span(line.start, line.stop), name))
    return tuple(found)


def _banners(
    text: str, lines: Sequence[TextLine], kinds: Sequence[str], register: Register
) -> tuple[BannerLine, ...]:
    """The banner lines, each with its place: before the text, after it or on an inner page."""
    texts = [i for i, what in enumerate(kinds) if what in ("body", "subject", STATEMENT)]
    found: list[BannerLine] = []
    for index, what in enumerate(kinds):
        line = lines[index]
        if what == "banner":
            within = marking_place(text[line.start : line.end]).shifted(line.start)
        elif what == "authority" and (column := _level_beside(text, line, register)):
            within = column
        else:
            continue
        span = banner_span(text, within.start, within.end, register) or trimmed(
            text, within.start, within.end
        )
        place = "page"
        if not texts or index < texts[0]:
            place = "top"
        elif index > texts[-1]:
            place = "bottom"
        words = fold_space(span.of(text))
        found.append(BannerLine(span, words, read_banner(words, register), place))
    return tuple(found)


def _level_beside(text: str, line: TextLine, register: Register) -> Span | None:
    """The last column of a line if it is a banner line: ``Declassify on: OADR       SECRET``."""
    column = _LAST_COLUMN.search(text, line.start, min(line.end, line.start + 400))
    if column is None or not is_banner(column["words"], register):
        return None
    return Span(*column.span("words"))


def _authority(
    text: str, lines: Sequence[TextLine], kinds: Sequence[str], banners: Sequence[BannerLine]
) -> AuthorityBlock | None:
    """The authority block: separate lines, perhaps with blank ones between, or text."""
    own = [
        index
        for index, what in enumerate(kinds)
        if what == "authority" and not DESIGNATION.match(lines[index].head)
    ]
    if not own:
        return find_authority(text, 0, len(text), anywhere=True)
    last = own[0]
    for index in own:
        if all(kinds[between] in _WITHIN_AUTHORITY_BLOCK for between in range(last, index)):
            last = index
    start, end = lines[own[0]].start, lines[last].end
    for banner in banners:
        if start < banner.span.start < end:
            blanks = " " * len(banner.span)
            text = text[: banner.span.start] + blanks + text[banner.span.end :]
    return find_authority(text, start, end)


def _designation(text: str, lines: Sequence[TextLine], kinds: Sequence[str]) -> Field | None:
    """The CUI designation indicator, from its first line to its last."""
    found = [
        line
        for line, what in zip(lines, kinds, strict=True)
        if what == "authority" and DESIGNATION.match(line.head)
    ]
    if not found:
        return None
    span = trimmed(text, found[0].start, found[-1].end)
    return field_at(text, span)


def _date_of_origin(
    text: str, lines: Sequence[TextLine], kinds: Sequence[str]
) -> datetime.date | None:
    """The date on the date line near the top, else the one that ends a line of the title; dates in
    the authority block do not count.
    """
    day_after_title = None
    for line, what in zip(lines[:_LAST_DATE_LINE], kinds, strict=False):
        if what not in ("body", "heading", "banner") or len(line.head) > 80:
            continue
        place = marking_place(text[line.start : line.end]) if what == "banner" else None
        found = find_date(text, line.start + place.end if place else line.start, line.end)
        if found is None or found.day is None:
            continue
        if what != "body" or _DATE_LINE.match(line.head):
            return found.day
        title = text[line.start : found.span.start].split()
        ends_the_line = not text[found.span.end : line.end].strip()
        if day_after_title is None and ends_the_line and not any(w[0].islower() for w in title):
            day_after_title = found.day
    return day_after_title
