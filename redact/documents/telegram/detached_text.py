"""Text after a header that does not continue the text above it: a section is missing, or the
header belongs to another message.
"""

from __future__ import annotations

from itertools import takewhile

from redact.documents.division.layout import Layout
from redact.documents.head import signs
from redact.documents.lines import TextLine
from redact.documents.telegram_model import Section

_FIELDS = frozenset(("executive-order", "tags", "subject"))


def detached_lines(layout: Layout) -> set[int]:
    """Start offsets of the lines between such a header and its first numbered paragraph.

    The paragraph they belong to is not above them, nor is its mark. A header without a section
    number continues the text only when it is a bare classification line, which some pages repeat.
    """
    found: set[int] = set()
    previous: Section | None = None
    text_above = detached = without_section = False
    for stretch in layout.stretches:
        line = stretch.classification
        if line is not None:
            without_section = line.section is None
            if text_above and line.section is not None:
                above = previous.number if previous else 1
                detached = line.section.number not in (above, above + 1)
            previous = line.section or previous
        elif stretch.kind in _FIELDS:
            detached = detached or (stretch.block > 0 and text_above and without_section)
        elif stretch.kind == "body":
            text_above = True
            if detached:
                here = layout.lines[stretch.first : stretch.last]
                unnumbered = tuple(takewhile(_is_unnumbered, here))
                found.update(text.start for text in unnumbered if text.head)
                detached = len(unnumbered) == len(here)
    return found


def _is_unnumbered(line: TextLine) -> bool:
    return not signs.NUMBERED.match(line.head)
