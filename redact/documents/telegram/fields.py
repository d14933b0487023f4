"""The fields found only in telegrams, read from the layout."""

from __future__ import annotations

import datetime
import re
from typing import Any

from redact.documents.division.layout import Layout
from redact.documents.field import Field, field_at, field_of_line
from redact.documents.head import signs
from redact.documents.head.captions import CAPTIONS_LABEL, find_captions, is_known_in_caption_zone
from redact.documents.head.envelope import read_envelope
from redact.documents.head.executive_order import read_executive_order
from redact.documents.head.form_fields import read_form
from redact.documents.head.labelled_lines import has_labels, read_labelled
from redact.documents.head.message_id import message_id
from redact.documents.head.military_sets import read_set_references
from redact.documents.head.page_headings import read_page_heading
from redact.documents.head.printed_forms import has_form
from redact.documents.head.references import read_references
from redact.documents.head.subject import read_subject
from redact.documents.head.tags import read_tags
from redact.documents.lines import TextLine, trimmed
from redact.documents.model import Metadata
from redact.documents.telegram.date_of_origin import date_of_origin
from redact.documents.telegram.header_blocks import read_header_blocks
from redact.documents.telegram_model import (
    Caption,
    ExecutiveOrderLine,
    MessageNumber,
    PageHeading,
    Section,
    Telegram,
)
from redact.markings.register import Register
from redact.patterns import pattern

_PASS_LINE = pattern(r"\s*PASS LINE\s*:", re.IGNORECASE)
_YEAR_OF_ID = pattern(r"(?:19|20)?(?P<year>\d\d)(?=[A-Z])")


def read_fields(
    layout: Layout, metadata: Metadata | None, signature: Field | None, register: Register
) -> tuple[Telegram, datetime.date | None]:
    """The telegram's fields, and its date of origin.

    ``signature`` is the one below the text; if ``None``, one given after a label is used.
    Envelope, captions and attention lines come from the first header block; for other fields the
    first occurrence anywhere counts. Page headings and sections come from all blocks.
    """
    text = layout.text
    transmission = list(layout.lines_of("envelope", "trailer"))
    envelope = read_envelope(text, layout.lines_of("envelope", block=0), register)
    labelled_number = labelled_signature = None
    if has_labels(layout.text, layout.lines):
        envelope, labelled_number, labelled_signature = read_labelled(text, transmission, register)
    group = envelope.date_time_group
    form = None
    if group is None and has_form(layout.lines):
        head = layout.lines_of("envelope", "distribution", "banner")
        form = read_form(text, head, layout.lines, register)
        envelope = form.envelope
    origin = form.origin if form else date_of_origin(envelope, layout.lines, metadata)
    number = form.number if form else _message_number(layout, origin, metadata, register)
    if labelled_number is not None:
        span, own_year, station, digits = labelled_number
        identity = message_id(own_year, station, digits, register)
        number = MessageNumber(span, station, digits, identity)
    year = number.id[:2] if number and number.id else f"{origin.year % 100:02d}" if origin else None
    pages = tuple(read_page_heading(line, register) for line in layout.lines_of("page-heading"))
    telegram = Telegram(
        transmission_id=envelope.transmission_id,
        precedence=envelope.precedence,
        de_line=envelope.de_line,
        operating_signal=envelope.operating_signal,
        date_time_group=group,
        from_=envelope.from_,
        to=envelope.to,
        info=envelope.info,
        exempt=envelope.exempt,
        message_number=number,
        sections=_sections(layout, pages),
        page_headings=pages,
        captions=_captions(layout, register),
        attention=_joined(layout, "attention"),
        passing=_joined(layout, "passing"),
        unknown_caption_lines=tuple(
            field_of_line(layout.text, line)
            for line in layout.lines_of("caption", block=0)
            if not is_known_in_caption_zone(line.head, register)
        ),
        signature=signature or labelled_signature,
        header_blocks=read_header_blocks(layout, register),
        separators=_matching(text, transmission, signs.BREAK),
        trailer_serial=next(iter(_matching(text, transmission, signs.TRAILER_SERIAL)[-1:]), None),
        end_of_message=next(iter(_matching(text, transmission, signs.END_OF_MESSAGE)[-1:]), None),
        **_header_fields(layout, register, origin, year),
    )
    return telegram, origin


def _header_fields(
    layout: Layout, register: Register, origin: datetime.date | None, year: str | None
) -> dict[str, Any]:
    """E.O. line, TAGS, subject and references, keyed by their names in `Telegram`."""
    fields: dict[str, Any] = {}
    text = layout.text
    if order := layout.first("executive-order"):
        spans = [layout.span(s) for s in layout.of_kind("executive-order", block=0)] or [order]
        orders = [read_executive_order(text, span.start, span.end, origin) for span in spans]
        fields["executive_order"] = _with_instruction(orders)
    if tags := layout.first("tags"):
        fields["tags"] = read_tags(text, tags.start, tags.end, register)
        fields["tags_span"] = trimmed(text, tags.start, tags.end)
    if subject := layout.first("subject"):
        fields["subject"] = read_subject(text, subject.start, subject.end, register)[0]
    if references := layout.first("references"):
        if text.startswith("REF/", references.start):
            entries = read_set_references(text, map(layout.span, layout.of_kind("references")))
        else:
            entries = read_references(text, references.start, references.end, register, year)
        fields["references"] = entries
        fields["references_span"] = trimmed(text, references.start, references.end)
    return fields


def _with_instruction(orders: list[ExecutiveOrderLine]) -> ExecutiveOrderLine:
    """The first E.O. line, or the next with an instruction if the first states only the order.

    SMART labels split the two over separate lines. A repeated header does not count: it never
    fills what the first one leaves blank.
    """
    first = orders[0]
    if first.number is None or first.text:
        return first
    same = (order for order in orders if order.number == first.number and order.instruction)
    return next(same, first)


def _joined(layout: Layout, kind: str) -> tuple[Field, ...]:
    """One value for each stretch of the first block, its lines folded into one."""
    found = []
    for span in map(layout.span, layout.of_kind(kind, block=0)):
        label = _PASS_LINE.match(layout.text, span.start, span.end)
        found.append(trimmed(layout.text, label.end() if label else span.start, span.end))
    return tuple(field_at(layout.text, span) for span in found)


def _matching(text: str, lines: list[TextLine], sign: re.Pattern[str]) -> tuple[Field, ...]:
    return tuple(field_of_line(text, line) for line in lines if sign.match(line.head))


def _captions(layout: Layout, register: Register) -> tuple[Caption, ...]:
    """Captions on the classification line and below it, in order."""
    line = layout.classification
    found = list(line.captions) if line else []
    for each in layout.lines_of("caption", block=0):
        label = CAPTIONS_LABEL.match(layout.text, each.start, each.end)
        start = label.end() if label else each.start
        found += find_captions(layout.text, start, each.end, register)
    return tuple(found)


def _sections(layout: Layout, pages: tuple[PageHeading, ...]) -> tuple[Section, ...]:
    """Every section statement: on classification lines, below them and on page headings."""
    stated = (s.classification.section for s in layout.stretches if s.classification)
    headings = (
        Section(page.span, page.section, page.section_count, "page")
        for page in pages
        if page.section and page.section_count
    )
    lines = (section for section in stated if section is not None)
    under = (
        Section(line.span, int(match["section"]), int(match["count"]), "line")
        for line in layout.lines_of("caption")
        if (match := signs.SECTION_LINE.match(line.head))
    )
    return tuple(sorted((*lines, *under, *headings), key=lambda section: section.span))


def _message_number(
    layout: Layout, origin: datetime.date | None, metadata: Metadata | None, register: Register
) -> MessageNumber | None:
    line = layout.classification
    if line is None or not (line.station and line.number and line.message_span):
        return None
    year = f"{origin.year % 100:02d}" if origin else line.year or _year_of(metadata)
    identity = message_id(year, line.station, line.number, register)
    return MessageNumber(line.message_span, line.station, line.number, identity)


def _year_of(metadata: Metadata | None) -> str | None:
    """The year in a wrapper's identifier: ``09ASTANA666``."""
    match = (
        _YEAR_OF_ID.match(metadata.identifier.text) if metadata and metadata.identifier else None
    )
    return match["year"] if match else None
