"""A telegram, read in the order it stands: envelope, captions, header, paragraphs, signature."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from redact.documents.artifacts import find_artifacts
from redact.documents.authority import find_authority
from redact.documents.blocks import find_blocks
from redact.documents import signs
from redact.documents.captions import find_captions, folded_line, is_caption_line
from redact.documents.classification_line import ClassificationLine, banner_span
from redact.documents.envelope import read_envelope
from redact.documents.executive_order import read_executive_order
from redact.documents.header_blocks import read_header_blocks
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.message_id import message_id
from redact.documents.model import (
    AuthorityBlock,
    BannerLine,
    Document,
    Field,
    Portion,
    ReleaseStamp,
    Segment,
)
from redact.documents.page_headings import read_page_heading
from redact.documents.paragraphs import read_portions
from redact.documents.readings import read_banner, read_portion_mark
from redact.documents.references import read_references
from redact.documents.signature import find_signature
from redact.documents.stamps import is_stamp, read_stamp
from redact.documents.division import divide
from redact.documents.stretches import Stretch
from redact.documents.subject import read_subject
from redact.documents.tags import read_tags
from redact.documents.telegram_model import (
    Caption,
    ExecutiveOrderLine,
    Line,
    MessageNumber,
    PageHeading,
    Section,
    Telegram,
)
from redact.documents.wrapper import back_matter, front_matter, read_metadata
from redact.markings.level import find_level
from redact.markings.register import Register
from redact.sources import Source, Span


def read_telegram(
    source: Source, lines: tuple[TextLine, ...], register: Register, kind: str = "telegram"
) -> Document:
    """The document as a telegram, or as the piece of one that it is."""
    text = source.text
    front, back = front_matter(text, lines, register), back_matter(lines)
    stretches = _with_wrapper(lines, divide(text, lines[front:back], register), front, back)
    wrapper = [line for s in stretches if s.kind == "wrapper" for line in lines[s.first : s.last]]
    metadata, titles = (
        read_metadata(text, (*lines[:front], *lines[back:]), register)
        if front or back < len(lines)
        else (None, ())
    )

    body = _body(lines, stretches)
    signature = find_signature(text, _last_text(body))
    body = _without_signature(body, signature)
    start, end = (body[0].start, body[-1].end) if body else (0, 0)
    blocks = find_blocks(text, start, end)
    own = [s for s in stretches if s.block == 0]
    telegram = _fields(text, lines, own, stretches, register)
    origin = _date(telegram)
    order = _executive_order(text, lines, stretches, origin)
    telegram = replace(
        telegram,
        executive_order=order,
        signature=signature,
        header_blocks=read_header_blocks(text, lines, stretches, register),
    )
    portions = _header_portions(text, lines, stretches, titles, register) + read_portions(
        text, body, blocks, register
    )
    classification = next((s.classification for s in own if s.classification), None)
    banners = _banners(text, lines, stretches, register)
    return Document(
        source=source,
        kind=kind,
        register=register.name,
        segments=_segments(text, lines, stretches, signature),
        banners=banners,
        portions=tuple(sorted(portions, key=lambda p: (p.span.start, -p.span.end))),
        authority=_authority(text, lines, stretches, body),
        telegram=telegram,
        blocks=blocks,
        handling=_handling(classification, banners, register),
        metadata=metadata,
        artifacts=find_artifacts(text, _furniture(lines, front, wrapper)),
        stamps=_stamps(lines, stretches),
        date=origin,
    )


# -- stretches ------------------------------------------------------------------------------------


def _with_wrapper(
    lines: tuple[TextLine, ...], inner: tuple[Stretch, ...], front: int, back: int
) -> tuple[Stretch, ...]:
    """The record's stretches counted from the top of the text, and the wrapper around them."""
    shifted = (
        [replace(s, first=s.first + front, last=s.last + front) for s in inner] if front else inner
    )
    before = [Stretch("wrapper", 0, front)] if front else []
    after = [Stretch("wrapper", back, len(lines))] if back < len(lines) else []
    return (*before, *shifted, *after)


def _segments(
    text: str, lines: tuple[TextLine, ...], stretches: tuple[Stretch, ...], signature: Line | None
) -> tuple[Segment, ...]:
    """The stretches as tiles of the text, the signature cut out of the body it stands in."""
    found: list[Segment] = []
    for stretch in stretches:
        span = Span(lines[stretch.first].start, lines[stretch.last - 1].stop)
        if signature is None or stretch.kind != "body" or not span.covers(signature.span):
            found.append(Segment(span, stretch.kind))
            continue
        if span.start < signature.span.start:
            found.append(Segment(Span(span.start, signature.span.start), "body"))
        found.append(Segment(Span(signature.span.start, span.end), "signature"))
    return tuple(found)


def _body(lines: tuple[TextLine, ...], stretches: tuple[Stretch, ...]) -> list[TextLine]:
    """The lines of the body and what separates them: a page break counts as a blank line."""
    body: list[TextLine] = []
    for stretch in stretches:
        if stretch.kind == "body":
            body += lines[stretch.first : stretch.last]
        elif body:
            first = lines[stretch.first]
            body.append(TextLine(first.start, first.start, first.start, ""))
    while body and not body[-1].head:
        body.pop()
    return body


def _last_text(body: list[TextLine]) -> TextLine | None:
    return body[-1] if body else None


def _without_signature(body: list[TextLine], signature: Line | None) -> list[TextLine]:
    """The body without the signature, or the line it is on cut before it."""
    if signature is None:
        return body
    last = body[-1]
    kept = last._replace(end=signature.span.start, stop=signature.span.start)
    head = (
        fold_space(last.head[: -len(signature.text)])
        if last.head.endswith(signature.text)
        else last.head
    )
    rest = body[:-1] + ([kept._replace(head=head)] if head else [])
    while rest and not rest[-1].head:
        rest.pop()
    return rest


# -- fields ---------------------------------------------------------------------------------------


def _fields(
    text: str,
    lines: tuple[TextLine, ...],
    own: list[Stretch],
    stretches: tuple[Stretch, ...],
    register: Register,
) -> Telegram:
    """The fields of the first header block; page headings and sections of all of them."""
    envelope = read_envelope(text, _lines_of(lines, own, "envelope"), register)
    group = envelope.get("date_time_group")
    year = f"{group.moment.year % 100:02d}" if group and group.moment else None
    line = next((s.classification for s in own if s.classification), None)
    number = _message_number(line, year, register)
    if year is None and number is not None and number.id:
        year = number.id[:2]
    pages = tuple(
        read_page_heading(line, register) for line in _lines_of(lines, stretches, "page-heading")
    )
    tags = _first(lines, stretches, "tags")
    subject = _first(lines, stretches, "subject")
    references = _first(lines, stretches, "references")
    return Telegram(
        **envelope,
        message_number=number,
        sections=_sections(stretches, pages),
        page_headings=pages,
        captions=_captions(text, lines, own, line, register),
        attention=_joined(text, lines, own, "attention"),
        passing=_joined(text, lines, own, "passing"),
        unknown_caption_lines=_unknown(text, lines, own, register),
        tags=read_tags(text, tags.start, tags.end, register) if tags else (),
        tags_span=trimmed(text, tags.start, tags.end) if tags else None,
        subject=read_subject(text, subject.start, subject.end, register)[0] if subject else None,
        references=read_references(text, references.start, references.end, register, year)
        if references
        else (),
        references_span=trimmed(text, references.start, references.end) if references else None,
        separators=tuple(
            folded_line(text, line) for line in _matching(lines, stretches, signs.BREAK)
        ),
        trailer_serial=_last_line(text, _matching(lines, stretches, signs.TRAILER_SERIAL)),
        end_of_message=_last_line(text, _matching(lines, stretches, signs.END_OF_MESSAGE)),
    )


def _lines_of(
    lines: tuple[TextLine, ...], stretches: Iterable[Stretch], kind: str
) -> list[TextLine]:
    return [
        line for s in stretches if s.kind == kind for line in lines[s.first : s.last] if line.head
    ]


def _first(lines: tuple[TextLine, ...], stretches: Iterable[Stretch], kind: str) -> Span | None:
    """Where the first stretch of a kind stands, that of the first header block before any other."""
    found = next((s for s in stretches if s.kind == kind), None)
    return Span(lines[found.first].start, lines[found.last - 1].end) if found else None


def _joined(
    text: str, lines: tuple[TextLine, ...], stretches: Iterable[Stretch], kind: str
) -> tuple[Line, ...]:
    """One value for each stretch of a kind, its lines folded to one."""
    spans = [
        trimmed(text, lines[s.first].start, lines[s.last - 1].end)
        for s in stretches
        if s.kind == kind
    ]
    return tuple(Line(span, fold_space(span.of(text))) for span in spans)


def _matching(
    lines: tuple[TextLine, ...], stretches: Iterable[Stretch], sign: re.Pattern[str]
) -> list[TextLine]:
    return [
        line
        for s in stretches
        if s.kind in ("envelope", "trailer")
        for line in lines[s.first : s.last]
        if sign.match(line.head)
    ]


def _last_line(text: str, found: list[TextLine]) -> Line | None:
    return folded_line(text, found[-1]) if found else None


def _message_number(
    line: ClassificationLine | None, year: str | None, register: Register
) -> MessageNumber | None:
    if line is None or line.station is None or line.number is None or line.message_span is None:
        return None
    identity = message_id(year or line.year, line.station, line.number, register)
    return MessageNumber(line.message_span, line.station, line.number, identity)


def _sections(
    stretches: tuple[Stretch, ...], pages: tuple[PageHeading, ...]
) -> tuple[Section, ...]:
    """Every statement of a section, on classification lines and on page headings."""
    lines = [
        s.classification.section for s in stretches if s.classification and s.classification.section
    ]
    headings = [
        Section(page.span, page.section, page.section_count, "page")
        for page in pages
        if page.section and page.section_count
    ]
    return tuple(sorted((*lines, *headings), key=lambda section: section.span))


def _captions(
    text: str,
    lines: tuple[TextLine, ...],
    own: list[Stretch],
    line: ClassificationLine | None,
    register: Register,
) -> tuple[Caption, ...]:
    """Captions on the classification line and under it, in order."""
    found = list(line.captions) if line else []
    for each in _lines_of(lines, own, "caption"):
        found += find_captions(text, each.start, each.end, register)
    return tuple(found)


def _unknown(
    text: str, lines: tuple[TextLine, ...], own: list[Stretch], register: Register
) -> tuple[Line, ...]:
    """Lines of the caption zone that hold no caption."""
    return tuple(
        folded_line(text, line)
        for line in _lines_of(lines, own, "caption")
        if not is_caption_line(line.head, register)
    )


def _executive_order(
    text: str,
    lines: tuple[TextLine, ...],
    stretches: tuple[Stretch, ...],
    origin: datetime.date | None,
) -> ExecutiveOrderLine | None:
    span = _first(lines, stretches, "executive-order")
    return read_executive_order(text, span.start, span.end, origin) if span else None


def _date(telegram: Telegram) -> datetime.date | None:
    """The day of the date-time group."""
    group = telegram.date_time_group
    return group.moment.date() if group and group.moment else None


# -- what every document has ----------------------------------------------------------------------


def _banners(
    text: str, lines: tuple[TextLine, ...], stretches: tuple[Stretch, ...], register: Register
) -> tuple[BannerLine, ...]:
    """Classification lines and banner lines in order, each with the place it holds."""
    spans: list[tuple[Span, str]] = []
    text_seen = False
    for stretch in stretches:
        if stretch.classification:
            spans.append((stretch.classification.level_span, "line"))
            text_seen = True
        elif stretch.kind == "banner":
            line = lines[stretch.first]
            span = banner_span(text, line.start, line.end, register) or trimmed(
                text, line.start, line.end
            )
            spans.append((span, "page" if text_seen else "top"))
        elif stretch.kind in ("body", "page-heading"):
            text_seen = True
    last_text = max(
        (s.last for s in stretches if s.kind in ("body", "classification-line")), default=0
    )
    found: list[BannerLine] = []
    for span, place in spans:
        words = fold_space(span.of(text))
        if place == "page" and last_text and span.start >= lines[last_text - 1].end:
            place = "bottom"
        found.append(BannerLine(span, words, read_banner(words, register), place))
    return tuple(found)


def _handling(
    line: ClassificationLine | None, banners: tuple[BannerLine, ...], register: Register
) -> tuple[Field, ...]:
    """Administrative labels in the place of a level: of the classification line, else of a banner."""
    if line is not None and line.label is not None:
        return (Field(line.level_span, line.label),)
    if line is not None and line.marking is not None:
        return ()
    for banner in banners:
        found = find_level(banner.text, register) if banner.marking else None
        if found and register.level(found[0]) is None:
            return (Field(banner.span, found[0]),)
    return ()


def _header_portions(
    text: str,
    lines: tuple[TextLine, ...],
    stretches: tuple[Stretch, ...],
    titles: tuple[Span, ...],
    register: Register,
) -> tuple[Portion, ...]:
    """The subject, its repeats in later header blocks and the title a wrapper gives it."""
    found = [Portion(number=None, span=span, text_span=span, kind="title") for span in titles]
    seen = False
    for stretch in stretches:
        if stretch.kind != "subject":
            continue
        subject, mark_span = read_subject(
            text, lines[stretch.first].start, lines[stretch.last - 1].end, register
        )
        if not len(subject.text_span):
            continue
        start = mark_span.start if mark_span else subject.text_span.start
        found.append(
            Portion(
                number=None,
                span=Span(start, subject.text_span.end),
                text_span=subject.text_span,
                kind="title" if seen else "subject",
                mark=subject.mark,
                mark_span=mark_span,
                marking=read_portion_mark(subject.mark.upper(), register) if subject.mark else None,
            )
        )
        seen = True
    return tuple(found)


def _authority(
    text: str, lines: tuple[TextLine, ...], stretches: tuple[Stretch, ...], body: list[TextLine]
) -> AuthorityBlock | None:
    """The statement of authority: a header line of its own, run on in the header, or in the body."""
    for stretch in stretches:
        if stretch.kind == "authority":
            found = find_authority(
                text, lines[stretch.first].start, _reach(lines, stretches, stretch)
            )
            if found is not None:
                return found
    for stretch in stretches:
        if stretch.kind in ("executive-order", "subject", "tags", "references"):
            found = find_authority(
                text, lines[stretch.first].start, lines[stretch.last - 1].end, anywhere=True
            )
            if found is not None:
                return found
    return find_authority(text, body[0].start, body[-1].end, anywhere=True) if body else None


def _reach(lines: tuple[TextLine, ...], stretches: tuple[Stretch, ...], stretch: Stretch) -> int:
    """End of the authority lines that follow one another with nothing but blanks between."""
    end = stretch.last
    for other in stretches:
        if other.first < end:
            continue
        if other.kind not in ("authority", "blank"):
            break
        if other.kind == "authority":
            end = other.last
    return lines[end - 1].end


def _stamps(
    lines: tuple[TextLine, ...], stretches: tuple[Stretch, ...]
) -> tuple[ReleaseStamp, ...]:
    return tuple(
        read_stamp(line) for line in _lines_of(lines, stretches, "wrapper") if is_stamp(line.head)
    )


def _furniture(
    lines: tuple[TextLine, ...], front: int, wrapper: list[TextLine]
) -> tuple[Span, ...]:
    """The wrapper before the record as one place."""
    written = [line for line in lines[:front] if line.head]
    return (Span(written[0].start, written[-1].end),) if written else ()
