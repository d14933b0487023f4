"""Parts of a portion that are marked lower than it: where each begins and how far its mark applies.

A portion may contain separately marked sub-paragraphs (32 CFR 2001.21(c)), but the text of a higher
paragraph also quotes marks and wraps so that they begin a line. Only what is laid out as a
sub-paragraph is one; what cannot be distinguished stays at the level of the paragraph.
"""

from __future__ import annotations

from itertools import pairwise

from redact.documents.lines import BLANK, TextLine, split_lines
from redact.patterns import pattern

_REACH = 1500
"""Code points before a mark examined for the lines above it."""
_QUOTES = frozenset("\"'`\u2018\u2019\u201c\u201d\u00ab\u00bb")
_STOPPED = pattern(r"(?:[.!?:;][\"')\]\u2019\u201d]{0,2}|^[-=_*#~ ]{3,})$")
_HEADING = pattern(r"[^\W\d_][\w '\u2019/&,.-]{1,50}$")
_ALWAYS_HEADINGS = frozenset(
    ("COMMENT", "SUMMARY", "BACKGROUND", "NOTE", "DISCUSSION", "CONCLUSION", "ACTION REQUESTED")
)
_MOST_WORDS = 6
_RAGGED = 10
"""Maximum blanks left at a line end in the middle of a sentence."""
_FIRST_CHARACTER = pattern(rf"{BLANK}{{0,8}}(?P<first>[^\s])")


def begins_lower_part(text: str, offset: int, mark: int, mark_end: int) -> bool:
    """Whether a mark at the head of a line begins a separate part.

    ``offset`` is the start of its line, the mark ``text[mark:mark_end]``. It does after a bullet,
    letter or number, otherwise after a blank line, the end of a sentence or a heading. A mark in
    quotation marks is quoted, and one followed by lower case belongs to the sentence above.
    """
    prefix = text[offset:mark].strip()
    if _QUOTES & set(prefix):
        return False
    if prefix:
        return True
    first = _FIRST_CHARACTER.match(text, mark_end)
    if first is not None and first["first"].islower():
        return False
    above = _last_lines(text, offset)
    if not above or not above[-1].head or _STOPPED.search(above[-1].head[-80:]):
        return True
    rest = next((line.head for line in split_lines(text[mark_end : mark_end + 80])), "")
    in_capitals = not any(map(str.islower, rest))
    before = above[-2].head if len(above) > 1 else ""
    return _is_heading(above[-1].head, before, in_capitals=in_capitals)


def _last_lines(text: str, offset: int) -> tuple[TextLine, ...]:
    """The two lines before an offset; more where they do not end with a line feed."""
    start = max(0, offset - _REACH)
    cut = offset
    for _ in range(3):
        cut = text.rfind("\n", start, cut)
        if cut < 0:
            break
    return split_lines(text[max(start, cut + 1) : offset])


def _is_heading(head: str, before: str, *, in_capitals: bool) -> bool:
    """Whether a line without a full stop is a heading: a few words apart from the text above."""
    if not _HEADING.match(head) or len(head.split()) > _MOST_WORDS:
        return False
    if head in _ALWAYS_HEADINGS or (head.isupper() and not in_capitals):
        return True
    return (not before or _STOPPED.search(before) is not None) and not head[0].islower()


def end_of_lower_part(text: str, offset: int, stop: int) -> int:
    """Where the part that begins on the line at ``offset`` ends, at ``stop`` at the latest.

    It ends at a blank line, and after a line with room left for the next word: at the end of a
    sentence, or before a line indented less than the part. What follows may belong to the
    paragraph again.
    """
    lines = split_lines(text[offset:stop])
    near = (*lines, *split_lines(text[max(0, offset - _REACH) : offset]))
    width = max(line.end - line.start for line in near)
    edge = _indent(text, offset, lines[0])
    hanging = False
    for above, line in pairwise(lines):
        if not line.head:
            return offset + above.end
        indent = _indent(text, offset, line)
        if not hanging and indent > edge:
            edge, hanging = indent, True
        room = width - (above.end - above.start) - 1 - len(line.head.split(maxsplit=1)[0])
        stopped = _STOPPED.search(above.head[-80:]) is not None
        if (stopped and (room > 0 or indent < edge)) or (indent < edge and room > _RAGGED):
            return offset + above.end
    return stop


def _indent(text: str, offset: int, line: TextLine) -> int:
    words = text[offset + line.start : offset + line.end]
    return len(words) - len(words.lstrip())
