"""What a copy shows of the decisions behind it: declassification, release, cancelled markings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.findings import Examined
from redact.markings.marking import level_rank
from redact.patterns import pattern
from redact.rules.release.deletion import Deletion, visible_text
from redact.rules.release.deletion_marks import find_deletions
from redact.rules.release.header_in_copy import header_in_copy
from redact.sources import Span

_DECISIONS = ("declassified", "released-in-full", "released-in-part")
_NEAR = 8
"""Blanks and a line end between a stamp and the rest of its statement."""
_LINE_END = pattern(r"\r\n|\r|\n")
_NOT_TEXT = ("banner", "distribution", "envelope", "page-heading", "trailer", "wrapper")
_WHOLE = ("paragraph", "appended-text")
"""Kinds of portions that depend on no other: unmarked, they count as the highest level."""
_READABLE = pattern(r"[^\W_]{2}")


def is_superseded(document: Document) -> bool:
    """Whether a stamp or header says that the markings no longer apply to this copy."""
    return any(stamp.kind in (*_DECISIONS, "cancelled") for stamp in document.stamps)


def is_decided(document: Document) -> bool:
    """Whether a stamp shows that somebody decided to declassify or release what is visible.

    The header that redact writes only cancels markings; it shows no such decision.
    """
    return any(stamp.kind in _DECISIONS for stamp in document.stamps)


def is_reviewed(examined: Examined) -> bool:
    """Whether a reviewer decided on the release, as far as the record shows.

    For a copy that redact wrote, the original decides: redact's own header is no review.
    """
    publication = examined.publication
    return is_decided(publication.original if publication else examined.document)


def readable_portions(examined: Examined, *, released: bool = False) -> Iterator[Portion]:
    """Portions that still show words in the copy although no decision released them.

    With ``released``, the portions that a reviewer released whole instead.
    """
    text = examined.document.text
    # Page headings and cancelled banner lines fall inside portions but are not their text.
    interruptions = (
        Deletion(segment.span, (), states_amount=False)
        for segment in examined.document.segments
        if segment.kind in _NOT_TEXT
    )
    headers = header_in_copy(examined.publication) if examined.publication else ()
    headings = (Deletion(span, (), states_amount=False) for span in headers)
    made = find_deletions(examined)
    deletions = sorted((*made, *interruptions, *headings), key=lambda d: d.span)
    kept = examined.publication.kept if examined.publication else ()
    for portion in examined.document.portions:
        if _is_header(examined.document, portion):
            continue
        if any(span.covers(portion.text_span) for span in kept) is not released:
            continue
        removed = made if portion.kind == "header" else deletions
        if any(
            _READABLE.search(visible_text(text, piece, removed))
            for piece in _own_text(examined.document, portion)
        ):
            yield portion


def _own_text(document: Document, portion: Portion) -> Iterator[Span]:
    """The text of a portion without its separately marked sub-paragraphs."""
    here, end = portion.text_span.start, portion.text_span.end
    if portion.kind == "paragraph":
        portions = document.portions
        first = bisect_left(portions, here, key=lambda p: p.span.start)
        last = bisect_left(portions, end, first, key=lambda p: p.span.start)
        for part in portions[first:last]:
            inside = part.kind == "sub-paragraph" and part.mark is not None and not part.defect
            if inside and here <= part.span.start and part.span.end <= end:
                yield Span(here, part.span.start)
                here = part.span.end
    yield Span(here, end)


def _is_header(document: Document, portion: Portion) -> bool:
    """Whether a portion is what follows a stamp without a blank line: the rest of its statement."""
    text = document.text
    return portion.number is None and any(
        0 <= portion.span.start - stamp.span.end <= _NEAR
        and not text[stamp.span.end : portion.span.start].strip()
        and len(_LINE_END.findall(text, stamp.span.end, portion.span.start)) <= 1
        for stamp in document.stamps
    )


def _heading_end(document: Document) -> int:
    """Where the first numbered paragraph begins in a copy whose banner lines we cancelled, else 0.

    A cancelled classification line no longer shows that captions and subject follow: to a reader of
    the copy they look like text without a mark.
    """
    if not any(stamp.kind == "cancelled" for stamp in document.stamps):
        return 0
    numbered = (portion.span.start for portion in document.portions if portion.number is not None)
    return min(numbered, default=0)


def readable_classified(examined: Examined, *, released: bool = False) -> list[Portion]:
    """Readable portions that count as classified: by their own mark, or for want of one.

    With ``released`` those that a reviewer released.

    Unmarked subjects, titles and sub-paragraphs are left out: they follow what they belong to. Of a
    document without portion marks only the first portion is included.
    """
    document = examined.document
    found: list[Portion] = []
    highest = document.highest_level
    heading_ends = _heading_end(document)
    marks_portions = any(portion.mark is not None for portion in document.portions)
    for portion in readable_portions(examined, released=released):
        is_inside = bool(found) and found[-1].span.covers(portion.span)
        if is_inside or level_rank(portion.level or highest) <= 0:
            continue
        is_unmarked = portion.level is None and portion.mark is None
        if is_unmarked and portion.span.end <= heading_ends:
            continue
        if is_unmarked and (portion.kind not in _WHOLE or (found and not marks_portions)):
            continue
        found.append(portion)
    return found
