"""Reads a telegram from top to bottom: envelope, captions, header, paragraphs, signature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.documents.authority.stamps import read_stamp
from redact.documents.authority.statement import LONGEST, find_authority
from redact.documents.copy_model import ReleaseStamp
from redact.documents.division.divide import divide
from redact.documents.division.layout import Layout
from redact.documents.field import Field
from redact.documents.head.military_sets import kind_of_set, read_set_authority
from redact.documents.lines import TextLine, line_at
from redact.documents.model import AuthorityBlock, Document, Segment
from redact.documents.portions.blocks import find_blocks
from redact.documents.portions.paragraphs import read_portions
from redact.documents.telegram.banner_lines import read_banners, read_handling
from redact.documents.telegram.closing import find_closing
from redact.documents.telegram.fields import read_fields
from redact.documents.telegram.header_portions import read_header_portions
from redact.documents.telegram_model import Telegram
from redact.documents.wrapping.artifacts import find_artifacts
from redact.documents.wrapping.metadata import read_metadata
from redact.documents.wrapping.wrapper import wrap
from redact.markings.register import Register
from redact.sources import Source, Span

_MAY_BE_NONE = ("text", "public-copy")
"""Kinds that may be something other than a telegram: a released letter, mail, minutes."""


def read_telegram(
    source: Source,
    lines: tuple[TextLine, ...],
    stamps: tuple[range, ...],
    register: Register,
    kind: str = "telegram",
    undecorated: str | None = None,
) -> Document:
    """The document as a telegram or as a fragment of one.

    ``lines`` are those of ``undecorated`` if that is given (see `Document`).
    """
    text = source.text if undecorated is None else undecorated
    layout = wrap(text, lines, stamps, register, divide)
    closing = find_closing(layout)
    if closing.stretches is not layout.stretches:
        layout = replace(layout, stretches=closing.stretches)
    metadata, titles = read_metadata(text, layout.wrapper, register)
    body, signature = closing.text, closing.signature
    telegram, origin = read_fields(layout, metadata, signature, register)
    blocks = find_blocks(text, lines, body[0].start, body[-1].end) if body else ()
    banners = read_banners(layout, register)
    portions = (
        *read_header_portions(layout, titles, register),
        *read_portions(text, body, blocks, register, closing.appended),
    )
    stated = telegram.signature if signature is None else None
    if stated is not None and any(p.span.overlaps(stated.span) for p in portions):
        telegram = replace(telegram, signature=None)  # text continues after it: it signs nothing
    return Document(
        source=source,
        kind=kind,
        register=register.name,
        segments=_segments(layout, signature),
        banners=banners,
        portions=tuple(sorted(portions, key=lambda p: (p.span.start, -p.span.end))),
        authority=_authority(layout, body),
        telegram=telegram if kind not in _MAY_BE_NONE or telegram != Telegram() else None,
        blocks=blocks,
        handling=read_handling(layout, banners, register),
        metadata=metadata,
        artifacts=find_artifacts(text, _wrapper_spans(layout)),
        stamps=_stamps(layout),
        date=origin,
        undecorated=undecorated,
    )


def _segments(layout: Layout, signature: Field | None) -> tuple[Segment, ...]:
    """The stretches as tiles of the text, with the signature cut out of the body around it."""
    found: list[Segment] = []
    for stretch in layout.stretches:
        start, stop = layout.lines[stretch.first].start, layout.lines[stretch.last - 1].stop
        cut = signature.span.start if signature else stop
        if stretch.kind != "body" or not start <= cut < stop:
            found.append(Segment(Span(start, stop), stretch.kind))
            continue
        if start < cut:
            found.append(Segment(Span(start, cut), "body"))
        below = layout.lines[line_at(layout.lines, cut)].stop
        if not layout.text[below:stop].strip():
            below = stop
        found.append(Segment(Span(cut, below), "signature"))
        if below < stop:
            found.append(Segment(Span(below, stop), "body"))
    return tuple(found)


def _stamps(layout: Layout) -> tuple[ReleaseStamp, ...]:
    """The release stamps of the record; such words inside a long wrapper line are text."""
    stretches = [range(s.first, s.last) for s in layout.of_kind("wrapper")]
    return tuple(
        read_stamp(layout.lines[stamp.start : stamp.stop])
        for stamp in layout.stamps
        if any(stamp.start in stretch for stretch in stretches)
    )


def _authority(layout: Layout, body: list[TextLine]) -> AuthorityBlock | None:
    """The first statement of authority that names a person or a source, with the reasons and
    declassification given by a statement before it; otherwise the first statement.
    """
    before: AuthorityBlock | None = None
    for found in _statements(layout, body):
        if not (found.classified_by or found.derived_from):
            before = before or found
        elif before is None:
            return found
        else:
            return replace(
                found,
                reasons=found.reasons or before.reasons,
                reason_span=found.reason_span or before.reason_span,
                declassify_on=found.declassify_on or before.declassify_on,
            )
    return before


def _statements(layout: Layout, body: list[TextLine]) -> Iterator[AuthorityBlock]:
    """Statements of authority: separate header lines, run on in the header, or in the body."""
    ends = _ends_of_authority(layout)
    for stretch in layout.of_kind("authority"):
        start = layout.lines[stretch.first].start
        if kind_of_set(layout.lines[stretch.first].head) == "authority":
            yield read_set_authority(layout.text, layout.span(stretch))
            continue
        found = find_authority(layout.text, start, ends[stretch.first])
        if found is not None:
            yield found
    for stretch in layout.of_kind("executive-order", "subject", "tags", "references"):
        span = layout.span(stretch)
        found = find_authority(layout.text, span.start, span.end, anywhere=True)
        if found is not None:
            yield found
    if body:
        found = find_authority(layout.text, body[0].start, body[-1].end, anywhere=True)
        if found is not None:
            yield found


def _ends_of_authority(layout: Layout) -> dict[int, int]:
    """Where each group of authority lines separated only by blank lines ends, or where a statement
    in it ends, keyed by the first line of each stretch.
    """
    ends: dict[int, int] = {}
    end: int | None = None
    for stretch in reversed(layout.stretches):
        if stretch.kind == "authority":
            own = layout.lines[stretch.last - 1].end
            end = end or own
            ends[stretch.first] = min(end, own + LONGEST)
        elif stretch.kind != "blank":
            end = None
    return ends


def _wrapper_spans(layout: Layout) -> tuple[Span, ...]:
    """The wrapper before the record as one span."""
    written = [line for line in layout.lines[: layout.front] if line.head]
    return (Span(written[0].start, written[-1].end),) if written else ()
