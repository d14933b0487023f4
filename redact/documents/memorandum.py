"""A memorandum or other paper: banner lines, marked portions, authority block, CUI designation."""

from __future__ import annotations

import datetime
import re

from redact.documents.artifacts import find_artifacts
from redact.documents.authority import find_authority
from redact.documents.blocks import find_blocks
from redact.documents.classification_line import banner_span, could_state_a_level, is_banner
from redact.documents.dates import find_date
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.model import BannerLine, Document, Field, Portion, Segment
from redact.documents.paragraphs import read_portions
from redact.documents.portion_marks import find_mark
from redact.documents.readings import read_banner
from redact.documents.stamps import find_stamps, read_stamp
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Source, Span

_SUBJECT = pattern(r"\s*(?:SUBJECT|SUBJ|RE|TITLE)\s*:\s*", re.IGNORECASE)
_DATE_LINE = pattern(
    r"(?:DATE(?:D| OF ORIGIN)?\s*:?\s*)?(?:[A-Z][a-z]+ \d|\d|[A-Z]{3,9} \d)", re.IGNORECASE
)
_ADDRESS = pattern(
    r"(?:MEMORANDUM\b|TO|FROM|THRU|THROUGH|VIA|CC|DATE|ATTENTION)\b ?:?", re.IGNORECASE
)
_AUTHORITY = pattern(
    r"(?:CLASSIFIED BY|DERIVATIVELY CLASSIFIED BY|DERIVED FROM|DECLASSIFY ON"
    r"|DOWNGRADE TO|REASONS?) ?:",
    re.IGNORECASE,
)
_DESIGNATION = pattern(
    r"(?:CONTROLLED BY|CUI CATEGOR(?:Y|IES)|DISTRIBUTION(?:/DISSEMINATION CONTROL)?"
    r"|LIMITED DISSEMINATION CONTROL|POC) ?:",
    re.IGNORECASE,
)
_CUI = pattern(r"(?:CUI|CONTROLLED)(?://[A-Z0-9 ,/-]+)?$")
_PAGE = pattern(r"(?:PAGE )?-?\d{1,4}-?(?: OF \d{1,4})?$", re.IGNORECASE)


def read_memorandum(
    source: Source, lines: tuple[TextLine, ...], register: Register, kind: str = "memorandum"
) -> Document:
    """The document as a paper with banner lines and marked portions."""
    text = source.text
    stamps = find_stamps(text, lines)
    kinds = [_kind(text, line, register) for line in lines]
    for stamp in stamps:
        kinds[stamp.start : stamp.stop] = ["wrapper"] * len(stamp)
    _carry_on(lines, kinds)
    body = [
        line if what in ("body", "blank") else TextLine(line.start, line.start, line.start, "")
        for line, what in zip(lines, kinds, strict=True)
    ]
    written = [line for line in body if line.head]
    blocks = find_blocks(text, written[0].start, written[-1].end) if written else ()
    portions = read_portions(text, body, blocks, register) + _subjects(text, lines, kinds, register)
    first = next((i for i, what in enumerate(kinds) if what == "authority"), None)
    if first is None:
        authority = find_authority(text, 0, len(text), anywhere=True)
    else:
        authority = find_authority(text, lines[first].start, _end_of_run(lines, kinds, first))
    return Document(
        source=source,
        kind=kind,
        register=register.name,
        segments=_segments(lines, kinds),
        banners=_banners(text, lines, kinds, register),
        portions=tuple(sorted(portions, key=lambda p: (p.span.start, -p.span.end))),
        authority=authority,
        cui_designation=_designation(text, lines),
        blocks=blocks,
        artifacts=find_artifacts(text, ()),
        stamps=tuple(read_stamp(lines[s.start : s.stop]) for s in stamps),
        date=_date_of_origin(text, lines, kinds),
    )


def _kind(text: str, line: TextLine, register: Register) -> str:
    head = line.head
    if not head:
        return "blank"
    if _CUI.match(head) or (could_state_a_level(head) and is_banner(head, register)):
        return "banner"
    if _AUTHORITY.match(head) or _DESIGNATION.match(head):
        return "authority"
    if _SUBJECT.match(text, line.start, line.end):
        return "subject"
    if _PAGE.match(head):
        return "page-heading"
    return "body"


def _carry_on(lines: tuple[TextLine, ...], kinds: list[str]) -> None:
    """Authority and subject go on over the lines directly under them, up to three."""
    for index in range(1, len(kinds)):
        if kinds[index] != "body" or kinds[index - 1] not in ("authority", "subject"):
            continue
        above = index - 1
        while above and kinds[above - 1] == kinds[index - 1] and index - above < 4:
            above -= 1
        head = lines[index].head
        if (
            index - above < 4
            and not head[0].isdigit()
            and not head.startswith("(")
            and not _ADDRESS.match(head)
        ):
            kinds[index] = kinds[index - 1]


def _segments(lines: tuple[TextLine, ...], kinds: list[str]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for line, what in zip(lines, kinds, strict=True):
        if found and found[-1].kind == what:
            found[-1] = Segment(Span(found[-1].span.start, line.stop), what)
        else:
            found.append(Segment(Span(line.start, line.stop), what))
    return tuple(found)


def _banners(
    text: str, lines: tuple[TextLine, ...], kinds: list[str], register: Register
) -> tuple[BannerLine, ...]:
    """The banner lines, each with its place: before the text, behind it or on a page of it."""
    places = [i for i, what in enumerate(kinds) if what == "banner"]
    texts = [i for i, what in enumerate(kinds) if what in ("body", "subject")]
    found: list[BannerLine] = []
    for index in places:
        line = lines[index]
        span = banner_span(text, line.start, line.end, register) or trimmed(
            text, line.start, line.end
        )
        place = "page"
        if not texts or index < texts[0]:
            place = "top"
        elif index > texts[-1]:
            place = "bottom"
        words = fold_space(span.of(text))
        found.append(BannerLine(span, words, read_banner(words, register), place))
    return tuple(found)


def _subjects(
    text: str, lines: tuple[TextLine, ...], kinds: list[str], register: Register
) -> tuple[Portion, ...]:
    found: list[Portion] = []
    for index, what in enumerate(kinds):
        if what != "subject" or (index and kinds[index - 1] == "subject"):
            continue
        end = _end_of_run(lines, kinds, index)
        label = _SUBJECT.match(text, lines[index].start, end)
        start = label.end() if label else lines[index].start
        span = trimmed(text, start, end)
        if not len(span):
            continue
        mark = find_mark(text, span.start, span.end, register)
        found.append(
            Portion(
                number=None,
                span=span,
                text_span=trimmed(text, mark.span.end if mark else span.start, span.end),
                kind="subject" if not found else "title",
                mark=mark.mark if mark else None,
                mark_span=mark.span if mark else None,
                marking=mark.marking if mark else None,
            )
        )
    return tuple(found)


def _end_of_run(lines: tuple[TextLine, ...], kinds: list[str], index: int) -> int:
    last = index
    while last + 1 < len(kinds) and kinds[last + 1] == kinds[index]:
        last += 1
    return lines[last].end


def _designation(text: str, lines: tuple[TextLine, ...]) -> Field | None:
    """The CUI designation indicator: its lines from the first to the last."""
    found = [line for line in lines if line.head and _DESIGNATION.match(line.head)]
    if not found:
        return None
    span = trimmed(text, found[0].start, found[-1].end)
    return Field(span, fold_space(span.of(text)))


def _date_of_origin(
    text: str, lines: tuple[TextLine, ...], kinds: list[str]
) -> datetime.date | None:
    """The date line near the top; dates of the authority block are none of origin."""
    for line, what in zip(lines[:40], kinds, strict=False):
        if what == "body" and len(line.head) < 60 and _DATE_LINE.match(line.head):
            found = find_date(text, line.start, line.end)
            if found and found.day:
                return found.day
    return None
