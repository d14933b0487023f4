"""Headings between paragraphs: separate short lines above a numbered paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.documents.lines import TextLine
from redact.patterns import pattern

_UNDERLINE = pattern(r"[-=_~*\u2013\u2014]{3,}$")
_NO_HEADING = pattern(r"\W{0,3}(?:BEGIN|END)\b|.*\d|[-*\u2022]", re.IGNORECASE)
_LONGEST = 72


def heading_above(body: Sequence[TextLine], index: int) -> TextLine | None:
    """The first line of the heading above ``body[index]``, ``None`` when there is none.

    A heading is one or two lines without digits or the end of a sentence, set off by a blank line
    and preceded by the end of a sentence; or lines underlined with dashes.
    """
    last = index - 1
    while last >= 0 and not body[last].head:
        last -= 1
    first = last
    while first > 0 and body[first - 1].head and last - first < 2:
        first -= 1
    lines = body[first : last + 1] if first >= 0 else ()
    if not lines or (first > 0 and body[first - 1].head):
        return None
    words = [line for line in lines if not _UNDERLINE.match(line.head)]
    if not words or len(words) > 2 or not all(_is_heading(line.head) for line in words):
        return None
    ruled = len(words) < len(lines)
    return lines[0] if ruled or _sentence_ended(body, first) else None


def _is_heading(head: str) -> bool:
    return len(head) <= _LONGEST and head[-1] not in ".,;!?-)\"'" and not _NO_HEADING.match(head)


def _sentence_ended(body: Sequence[TextLine], first: int) -> bool:
    """Whether the text above ends with a sentence; there is no heading at the top of a text."""
    above = next((line for line in reversed(body[max(0, first - 12) : first]) if line.head), None)
    return above is not None and above.head[-1] in ".!?\"')"
