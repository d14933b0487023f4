"""The lines that a web copy or an archive adds around a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from redact.documents.banner.classification_line import (
    could_state_a_level,
    read_classification_line,
)
from redact.documents.division.layout import Layout
from redact.documents.division.stretches import Run, Stretch, join
from redact.documents.head import signs
from redact.documents.head.labelled_lines import has_labels
from redact.documents.lines import TextLine
from redact.documents.sentence_words import has_sentence_word
from redact.documents.wrapping.metadata import LABEL
from redact.documents.wrapping.printed_lines import printed_lines
from redact.markings.register import Register
from redact.patterns import pattern

LOOK_AHEAD = 150
"""Number of lines from the top searched for the first line of the record itself."""

LONGEST_VALUE = 160
"""Maximum code points of a line of labels and values; longer lines are running text."""

_VIEWER_LINE = pattern(
    r"(?:viewing cable\b|pdf\b.{0,40}how.to|how.to read|understanding cables"
    r"|if you are new|every cable message|discussing cables"
    r"|\*? ?the (?:top|middle|bottom) box|to understand the|if you find"
    r"|message text|message attributes|browse (?:latest|by)|cable dated|courage is"
    r"|this record is a partial extract|full text|raw content|metadata|print$"
    r"|reference id\b.{0,60}\bclassification)",
    re.IGNORECASE,
)
_TAIL = pattern(r"Message Attributes\b|\*{3}\s+Current (?:Handling|Classification)", re.IGNORECASE)


_TAIL_INITIALS = frozenset("Mm*")
_RECORD = signs.any_of(
    signs.TRANSMISSION_ID,
    signs.PRECEDENCE,
    signs.DE,
    signs.OPERATING_SIGNAL,
    signs.FROM,
    signs.EXECUTIVE_ORDER,
    signs.PAGE,
)


def wrap(
    text: str,
    lines: tuple[TextLine, ...],
    stamps: tuple[range, ...],
    register: Register,
    divide: Callable[[str, tuple[TextLine, ...], frozenset[int], Register], tuple[Stretch, ...]],
) -> Layout:
    """The layout of a text: the record divided, with the wrapper around it.

    A long wrapper line, or a sentence other than the viewer's own, is text that somebody wrote
    about the record, and therefore part of the body.
    """
    back = back_matter(lines)
    front = front_matter(text, lines[:back], register)
    stamped = frozenset(index - front for stamp in stamps for index in stamp)
    if printed := printed_lines(text, lines):
        stamped |= {index - front for index in printed}
    inner = divide(text, lines[front:back], stamped, register)
    above = _wrapper_stretches(lines[:front], 0)
    below = _wrapper_stretches(lines[back:], back)
    return Layout(text, lines, (*above, *_shifted(inner, front), *below), front, back, stamps)


def _wrapper_stretches(lines: tuple[TextLine, ...], first: int) -> Sequence[Stretch]:
    """The stretches of wrapper lines, of which the first has the index ``first`` in the text."""
    runs = (
        Run(_kind(line), at, at + 1, continues=True) for at, line in enumerate(lines) if line.head
    )
    return _shifted(join(runs, len(lines)), first)


def _shifted(stretches: Sequence[Stretch], by: int) -> Sequence[Stretch]:
    if not by:
        return stretches
    return [s._replace(first=s.first + by, last=s.last + by) for s in stretches]


def _kind(line: TextLine) -> str:
    if len(line.head) > LONGEST_VALUE:
        return "body"
    is_sentence = has_sentence_word(line.head) and not _VIEWER_LINE.match(line.head)
    return "body" if is_sentence and not LABEL.match(line.head) else "wrapper"


def front_matter(text: str, lines: tuple[TextLine, ...], register: Register) -> int:
    """Number of lines before the record that do not belong to it.

    0 unless they are recognizable as a wrapper (labels, an identifier, words of a viewer) and the
    record's first line follows.
    """
    if has_labels(text, lines):
        return 0
    evidence = 0
    for index, line in enumerate(lines[:LOOK_AHEAD]):
        head = line.head
        if not head:
            continue
        if _begins_record(text, line, register):
            return index if evidence >= 2 else 0
        if _VIEWER_LINE.match(head):
            evidence += 2
        elif LABEL.match(head):
            evidence += 1
    return 0


def back_matter(lines: tuple[TextLine, ...]) -> int:
    """Index of the first line of an archive's table of attributes after the record."""
    for index in range(len(lines) - 1, max(-1, len(lines) - 200), -1):
        if lines[index].head[:1] in _TAIL_INITIALS and _TAIL.match(lines[index].head):
            while index and _TAIL.match(lines[index - 1].head):
                index -= 1
            return index
    return len(lines)


def _begins_record(text: str, line: TextLine, register: Register) -> bool:
    head = line.head
    if _RECORD.match(head):
        return True
    if signs.DATE_TIME_GROUP.match(head) and "Z" in head:
        return True
    return (
        could_state_a_level(head)
        and read_classification_line(text, line, register, first=False) is not None
    )
