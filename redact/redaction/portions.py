"""What each portion is handled as, and which stretches of the text are its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redact.documents.model import Document, Portion
from redact.redaction.spans import subtract, trimmed
from redact.rules.release.deletion_marks import read_deletions
from redact.sources import Span

FURNITURE = frozenset(
    (
        "envelope",
        "distribution",
        "classification-line",
        "banner",
        "page-heading",
        "caption",
        "attention",
        "passing",
        "executive-order",
        "tags",
        "trailer",
    )
)
"""Segments that may stand inside a portion where a page or a section ends, and are none of it."""


@dataclass(frozen=True, slots=True)
class HandledPortion:
    """A portion, the level it is handled at and its own text: sorted stretches without the text of
    portions inside it and without page furniture. Its number and a readable mark are not in it.

    ``level`` is ``None`` only in a document whose markings have no levels at all (CUI).
    ``described`` names portion, level and how the level came about, for causes in the record.
    """

    portion: Portion
    level: str | None
    own: tuple[Span, ...]
    described: str


def handle_portions(document: Document) -> tuple[HandledPortion, ...]:
    """Every portion of the document, body text that no portion holds, and a repeated title."""
    portions = (*document.portions, *_strays(document))
    untouched = _untouched(document)
    return tuple(
        HandledPortion(
            portion,
            level,
            tuple(_own(portion, portions, untouched, document.source.text)),
            f"{_name(portion)} {how}",
        )
        for portion in portions
        for level, how in (_handled(portion, portions, document),)
    )


def _strays(document: Document) -> Iterator[Portion]:
    """Text that stands in no portion is read as an unmarked one: unknown is most restrictive."""
    holes = [portion.span for portion in document.portions]
    for segment in document.segments:
        if segment.kind == "body":
            for piece in subtract(segment.span, holes):
                span = trimmed(piece, document.source.text)
                if span is not None:
                    yield Portion(number=None, span=span, text_span=span, kind="paragraph")
    title = document.metadata.title if document.metadata else None
    if title is not None and not any(title.span.overlaps(hole) for hole in holes):
        yield Portion(number=None, span=title.span, text_span=title.span, kind="title")


def _handled(
    portion: Portion, portions: tuple[Portion, ...], document: Document
) -> tuple[str | None, str]:
    """The level of a portion and a phrase that says it.

    A mark on the lead-in speaks for its sub-paragraphs as long as none of them has a mark of its
    own; every other portion without a readable mark is handled at the highest level present.
    """
    if portion.marking is not None and portion.marking.level is not None:
        return portion.marking.level, portion.marking.level
    parent = _parent(portion, portions)
    if parent is not None and portion.mark is None and portion.defect is None:
        siblings = [p for p in portions if p != parent and parent.span.covers(p.span)]
        if all(p.mark is None and p.defect is None for p in siblings):
            level, how = _handled(parent, portions, document)
            return level, f"under the mark of its paragraph, {how}"
    level = document.highest_level
    lack = "no mark" if portion.mark is None and portion.defect is None else "no readable mark"
    return level, f"{lack}, handled as {level or 'unclassified'}"


def _parent(portion: Portion, portions: tuple[Portion, ...]) -> Portion | None:
    around = [
        p for p in portions if p is not portion and p.span != portion.span and _holds(p, portion)
    ]
    return min(around, key=lambda p: len(p.span), default=None)


def _holds(outer: Portion, inner: Portion) -> bool:
    return outer.span.covers(inner.span) and outer.kind != "sub-paragraph"


def _untouched(document: Document) -> tuple[Span, ...]:
    """What stays in place inside a portion: page furniture, the signature, labels of deletions
    that an earlier review made.
    """
    signature = document.telegram.signature if document.telegram else None
    return (
        *(segment.span for segment in document.segments if segment.kind in FURNITURE),
        *([signature.span] if signature else []),
        *(deletion.span for deletion in read_deletions(document.source.text, ())),
    )


def _own(
    portion: Portion, portions: tuple[Portion, ...], untouched: tuple[Span, ...], text: str
) -> Iterator[Span]:
    """The stretches of a portion's own text, without what stays and the blanks about it."""
    holes = [p.span for p in portions if p.span != portion.span and portion.span.covers(p.span)]
    holes += untouched
    for piece in subtract(_text(portion), holes):
        span = trimmed(piece, text)
        if span is not None:
            yield span


def _text(portion: Portion) -> Span:
    """The text of a portion, with a mark that cannot be read: it may be no mark but text."""
    start = portion.text_span.start
    if portion.mark_span is not None and portion.marking is None:
        start = min(start, portion.mark_span.start)
    return Span(start, max(portion.text_span.end, start))


def _name(portion: Portion) -> str:
    """The portion as a record names it: ``portion 2``, ``sub-paragraph 2a``, ``subject``."""
    if portion.kind == "paragraph":
        return f"portion {portion.number}" if portion.number else "portion without number"
    return f"{portion.kind} {portion.number}" if portion.number else portion.kind
