"""Paragraphs that continue across a page break."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from redact.documents.lines import TextLine
from redact.documents.portion_model import Portion
from redact.sources import Span

_AT_A_PAGE_TURN = ("banner", "page-heading")
_SENTENCE_END = (".", "!", "?", ":", ";", ")", '"', "\u201d")


def joined_over_pages(
    text: str, portions: Sequence[Portion], lines: Sequence[TextLine], kinds: Sequence[str]
) -> tuple[Portion, ...]:
    """The portions, with the rest of a sentence after a page break joined to its beginning.

    The rest has no mark and begins with a lower-case letter; the text above it does not end a
    sentence, and only banner lines and page numbers come between. Anything else remains a separate
    portion, which is the stricter reading.
    """
    breaks = [
        line.start for line, kind in zip(lines, kinds, strict=True) if kind in _AT_A_PAGE_TURN
    ]
    found: list[Portion] = []
    for portion in portions:
        if (
            found
            and portion.span.start > found[-1].span.end
            and _turns(breaks, found[-1].span.end, portion.span.start)
            and _is_rest(text, portion)
            and _is_unfinished(text, found[-1])
        ):
            end = portion.span.end
            above = found[-1]
            found[-1] = replace(
                above,
                span=Span(above.span.start, end),
                text_span=Span(above.text_span.start, end),
            )
        else:
            found.append(portion)
    return tuple(found)


def _turns(breaks: Sequence[int], above: int, below: int) -> bool:
    """Whether a page ends between two offsets."""
    place = bisect_left(breaks, above)
    return place < len(breaks) and breaks[place] < below


def _is_rest(text: str, portion: Portion) -> bool:
    return (
        portion.kind in ("paragraph", "heading")
        and portion.mark is None
        and portion.defect is None
        and portion.at_least is None
        and portion.number is None
        and text[portion.span.start].islower()
    )


def _is_unfinished(text: str, portion: Portion) -> bool:
    return (
        portion.kind == "paragraph"
        and portion.mark is not None
        and len(portion.text_span) > 0
        and not portion.text_span.of(text).endswith(_SENTENCE_END)
    )
