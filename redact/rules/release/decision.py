"""What a copy shows of the decisions behind it: declassification, release, cancelled markings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document, Portion
from redact.findings import Examined
from redact.markings.marking import level_rank
from redact.rules.release.deletion import find_deletions, visible_text

_DECISIONS = ("declassified", "released-in-full", "released-in-part")
_LINE_END = re.compile(r"\r\n|\r|\n")
_READABLE = re.compile(r"[^\W_]{2}")


def is_superseded(document: Document) -> bool:
    """Whether a stamp or header says that the markings no longer hold for this copy."""
    return any(stamp.kind in (*_DECISIONS, "cancelled") for stamp in document.stamps)


def is_decided(document: Document) -> bool:
    """Whether a stamp shows that somebody decided to declassify or release what is visible.

    The header of our own copies that merely cancels markings shows no such decision.
    """
    return any(stamp.kind in _DECISIONS for stamp in document.stamps)


def is_reviewed(examined: Examined) -> bool:
    """Whether a reviewer decided on the release, as far as the record itself tells.

    For a copy of ours its original is asked: our own header is no review.
    """
    publication = examined.publication
    return is_decided(publication.original if publication else examined.document)


def readable_portions(examined: Examined) -> Iterator[Portion]:
    """Portions of which the copy still shows words and that no decision lets stand."""
    deletions = find_deletions(examined)
    text = examined.document.source.text
    kept = examined.publication.kept if examined.publication else ()
    for portion in examined.document.portions:
        if _is_header(examined.document, portion):
            continue
        if any(span.covers(portion.text_span) for span in kept):
            continue
        if _READABLE.search(visible_text(text, portion.text_span, deletions)):
            yield portion


def _is_header(document: Document, portion: Portion) -> bool:
    """Whether a portion is what follows a stamp without a blank line: the rest of its statement."""
    text = document.source.text
    return portion.number is None and any(
        stamp.span.end <= portion.span.start
        and not text[stamp.span.end : portion.span.start].strip()
        and len(_LINE_END.findall(text, stamp.span.end, portion.span.start)) <= 1
        for stamp in document.stamps
    )


def readable_classified(examined: Examined) -> list[Portion]:
    """Readable portions that count as classified: by their own mark, or for want of one.

    Unmarked subjects, titles and sub-paragraphs are left out: they follow what they belong to. Of a
    document that marks no portion the first one stands for all.
    """
    document = examined.document
    found: list[Portion] = []
    marks_portions = any(portion.mark is not None for portion in document.portions)
    for portion in readable_portions(examined):
        if level_rank(document.level_of(portion)) <= 0 or any(
            other.span.covers(portion.span) for other in found
        ):
            continue
        is_unmarked = portion.marking is None and portion.mark is None
        if is_unmarked and (portion.kind != "paragraph" or (found and not marks_portions)):
            continue
        found.append(portion)
    return found
