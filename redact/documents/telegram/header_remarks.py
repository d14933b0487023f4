"""Text among the captions or run on after a statement of authority that belongs to neither.

It has no mark, because header lines need none; such text is treated as unmarked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.division.layout import Layout
from redact.documents.head.captions import is_known_in_caption_zone
from redact.documents.lines import trimmed
from redact.documents.portion_model import Portion
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_BEHIND_REASONS = pattern(
    r"\b1\.[3-8][^.]{0,80}\.\s+(?P<text>[A-Za-z].*)", re.IGNORECASE | re.DOTALL
)
_OWN_FIELD = pattern(
    r"(?:\(U\)\s*)?(?:DECL|DERIV|DOWNGRADE|REASON|CLASSIF|E\.?\s?O\b|EXECUTIVE|SECTION|PARA|1\.[3-8])",
    re.IGNORECASE,
)
"""How the statement itself continues: declassification, source, more reasons."""
_WORD = pattern(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 2
_LONGEST = 900


def header_remarks(layout: Layout, marked: set[Span], register: Register) -> Iterator[Portion]:
    """Such text of two words or more; ``marked`` is header text that already has a mark."""
    for span in (*_behind_authority(layout), *_among_captions(layout, register)):
        is_text = len(_WORD.findall(span.of(layout.text))) >= _FEWEST_WORDS
        if is_text and not any(span.overlaps(other) for other in marked):
            yield Portion(number=None, span=span, text_span=span, kind="header")


def _among_captions(layout: Layout, register: Register) -> Iterator[Span]:
    for line in layout.lines_of("caption"):
        if not is_known_in_caption_zone(line.head, register):
            yield trimmed(layout.text, line.start, line.end)


def _behind_authority(layout: Layout) -> Iterator[Span]:
    for stretch in layout.of_kind("authority"):
        whole = layout.span(stretch)
        end = min(whole.end, whole.start + _LONGEST)
        found = _BEHIND_REASONS.search(layout.text, whole.start, end)
        if found is None or _OWN_FIELD.match(found["text"]):
            continue
        yield trimmed(layout.text, found.start("text"), whole.end)
