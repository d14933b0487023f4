"""The banner lines of a public copy: a classification no longer in force is shown as cancelled.

32 CFR 2001.25: markings of a declassified or released record are cancelled conspicuously, so that
nobody mistakes the copy for a classified document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import BannerLine, Document
from redact.markings.marking import LEVELS, level_rank
from redact.patterns import pattern
from redact.sources import Edit, Span

_CLASSIFIED = tuple(level for level in reversed(LEVELS) if level_rank(level) > 0)
_LETTERS = {
    level: r"[ \t]*".join(re.escape(c) for c in level.replace(" ", "")) for level in _CLASSIFIED
}
_ALTERNATIVES = "|".join(
    f"(?P<{level.replace(' ', '_')}>{_LETTERS[level]})" for level in _CLASSIFIED
)
_ANY = pattern(rf"(?<![A-Za-z])(?:{_ALTERNATIVES})(?![A-Za-z])", re.IGNORECASE)


def cancel_banners(document: Document) -> tuple[Edit, ...]:
    """Disjoint, sorted edits, one for every statement of an overall level above UNCLASSIFIED.

    In a telegram's classification line and in a page heading only the level is replaced, so that
    station and number remain.
    """
    edits: dict[Span, Edit] = {}
    for edit in _all(document):
        if not any(edit.span.overlaps(done) for done in edits):
            edits[edit.span] = edit
    return tuple(edits[span] for span in sorted(edits))


def _all(document: Document) -> Iterator[Edit]:
    for banner in document.banners:
        yield from _banner(banner, document)
    metadata = document.metadata
    if metadata is not None and metadata.classification is not None:
        yield from _levels(metadata.classification.span, document)
    for segment in document.segments:
        if segment.kind in ("page-heading", "classification-line", "banner"):
            yield from _levels(segment.span, document)


def _banner(banner: BannerLine, document: Document) -> Iterator[Edit]:
    marking = banner.marking
    if marking is None:
        if level_rank(document.highest_level) > 0:
            yield Edit(banner.span, _cancelled("marking"))
    elif level_rank(marking.level) > 0:
        level = marking.level or ""
        # The line verbatim: `BannerLine.text` has its white space collapsed.
        line = document.text_of(banner.span)
        found = re.match(rf"\s*({_LETTERS[level]})(?![A-Za-z])", line, re.IGNORECASE)
        if banner.place == "line" and found is not None:
            start, end = found.span(1)
            yield Edit(Span(banner.span.start + start, banner.span.start + end), _cancelled(level))
        else:
            yield Edit(banner.span, _cancelled(level))


def _levels(span: Span, document: Document) -> Iterator[Edit]:
    """The levels in a line that is not a banner line."""
    for match in _ANY.finditer(document.source.text, span.start, span.end):
        level = (match.lastgroup or "").replace("_", " ")
        yield Edit(Span(*match.span()), _cancelled(level))


def _cancelled(level: str) -> str:
    return f"[{level} - cancelled for this copy]"
