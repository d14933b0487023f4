"""Text behind a header that does not carry on what stands above it: a section is missing, or the
header is that of another message.
"""

from __future__ import annotations

from itertools import takewhile

from redact.documents.division.layout import Layout
from redact.documents.head import signs
from redact.documents.lines import TextLine
from redact.documents.telegram_model import Section

_FIELDS = frozenset(("executive-order", "tags", "subject"))


def severed_lines(layout: Layout) -> set[int]:
    """Where the lines begin that stand under such a header before its first numbered paragraph.

    The paragraph they belong to is not above them, nor is its mark. A header without a section
    carries the text on only when it is a classification line alone, as some pages repeat it.
    """
    found: set[int] = set()
    previous: Section | None = None
    text_above = severed = without_section = False
    for stretch in layout.stretches:
        line = stretch.classification
        if line is not None:
            without_section = line.section is None
            if text_above and line.section is not None:
                above = previous.number if previous else 1
                severed = line.section.number not in (above, above + 1)
            previous = line.section or previous
        elif stretch.kind in _FIELDS:
            severed = severed or (stretch.block > 0 and text_above and without_section)
        elif stretch.kind == "body":
            text_above = True
            if severed:
                here = layout.lines[stretch.first : stretch.last]
                unnumbered = tuple(takewhile(_is_unnumbered, here))
                found.update(text.start for text in unnumbered if text.head)
                severed = len(unnumbered) == len(here)
    return found


def _is_unnumbered(line: TextLine) -> bool:
    return not signs.NUMBERED.match(line.head)
