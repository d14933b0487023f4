"""The lines a web copy or an archive puts around a record, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from redact.documents import signs
from redact.documents.classification_line import could_state_a_level, read_classification_line
from redact.documents.labelled_lines import has_labels
from redact.documents.layout import Layout
from redact.documents.lines import TextLine, fold_space, trimmed
from redact.documents.model import Field, Metadata
from redact.documents.stretches import Judged, Stretch, join
from redact.documents.tags import split_tags
from redact.markings.level import find_level
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

LOOK_AHEAD = 150
"""Lines from the top among which the first line of the record itself is looked for."""

LONGEST_VALUE = 160
"""Code points of a line of labels and values; longer lines are running text."""

_LABELS = {
    "identifier": r"identifier|reference id|ref(?:erence)?\.? ?id|cable id|message id"
    r"|document (?:number|id|nbr)|mrn",
    "created": r"created|date created|cable date|sent date|date|draft date",
    "released": r"released|release date|published",
    "current": r"current classification",
    "classification": r"(?:original )?classification",
    "origin": r"origin|originator|from|embassy|source|office origin",
    "title": r"(?:cable )?title|subject|subj",
    "tags": r"tags?|cable tags",
}
_LABEL = pattern(
    r"[ \t]{0,40}\W{0,4}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")\b\s*(?P<mark>[:|\t]|$)",
    re.IGNORECASE,
)
_FURNITURE = pattern(
    r"(?:viewing cable\b|pdf\b.{0,40}how.to|how.to read|understanding cables"
    r"|if you are new|every cable message|discussing cables"
    r"|message text|message attributes|browse (?:latest|by)|cable dated|courage is"
    r"|full text|raw content|metadata|print$"
    r"|reference id\b.{0,60}\bclassification)",
    re.IGNORECASE,
)
_VALUES = (
    ("identifier", pattern(r"\b\d{2}(?:\d{2})?[A-Z][A-Z]{2,20}\d{1,8}(?:_[a-z])?\b")),
    (
        "created",
        pattern(
            r"\b(?:\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?"
            r"|\d{1,2} [A-Z][a-z]{2,8} \d{4}(?: \d{2}:\d{2})?)\b"
        ),
    ),
    (
        "classification",
        pattern(
            r"\b(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED"
            r"|LIMITED OFFICIAL USE)(?://[A-Z/ ,]+[A-Z])?(?![A-Za-z])"
        ),
    ),
    (
        "origin",
        pattern(
            r"\b(?:Embassy|Consulate(?: General)?|US ?Mission|Mission|USEU|USUN"
            r"|American Institute|Secretary of State|Department of State|US Interests Section"
            r"|US Office)\b[^\t|]{0,60}"
        ),
    ),
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
    register: Register,
    divide: Callable[[str, tuple[TextLine, ...], Register], tuple[Stretch, ...]],
) -> Layout:
    """The layout of a text: the record divided, with the wrapper around it.

    A long line of the wrapper is text that somebody wrote about the record, and so part of the
    body.
    """
    back = back_matter(lines)
    front = front_matter(text, lines[:back], register)
    inner = divide(text, lines[front:back], register)
    judged = [Judged(_kind(line), 0, goes_on=True) for line in lines[:front]]
    shifted = (replace(s, first=s.first + front, last=s.last + front) for s in inner)
    after = [Stretch("wrapper", back, len(lines))] if back < len(lines) else []
    stretches = (*join(judged), *(shifted if front else inner), *after)
    return Layout(text, lines, stretches, front, back)


def _kind(line: TextLine) -> str:
    if not line.head:
        return "blank"
    return "body" if len(line.head) > LONGEST_VALUE else "wrapper"


def front_matter(text: str, lines: tuple[TextLine, ...], register: Register) -> int:
    """Number of lines that stand before the record and are none of its own.

    0 unless they show that they are a wrapper (labels, an identifier, words of a viewer) and the
    record's first line follows.
    """
    if has_labels(lines):
        return 0
    evidence = 0
    for index, line in enumerate(lines[:LOOK_AHEAD]):
        head = line.head
        if not head:
            continue
        if _begins_record(text, line, register):
            return index if evidence >= 2 else 0
        if _FURNITURE.match(head):
            evidence += 2
        elif _LABEL.match(head):
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


def read_metadata(
    text: str, lines: tuple[TextLine, ...], register: Register
) -> tuple[Metadata | None, tuple[Span, ...]]:
    """What the wrapper's lines say, and the places of the title.

    Labels may stand on lines of their own before their values, in front of them with a colon, or
    as the head of a table; what a value is shows in its form where the label does not stand by it.
    """
    values: dict[str, Field] = {}
    tags: tuple[Field, ...] = ()
    titles: list[Span] = []
    waiting: str | None = None
    for line in lines:
        if not line.head:
            continue
        raw_start, raw_end = line.start, line.end
        label = _LABEL.match(text, line.start, line.end)
        name = label.lastgroup if label else None
        if label is not None:
            name = next(n for n in _LABELS if label[n] is not None)
            raw_start = label.end()
        if name == "title" or (waiting == "title" and label is None):
            span = trimmed(text, raw_start, raw_end)
            if len(span) and len(span) < 400:
                titles.append(span)
                values.setdefault("title", Field(span, fold_space(span.of(text))))
                waiting = None
            else:
                waiting = "title"
            continue
        if name == "tags" or (waiting == "tags" and label is None):
            tags = tags or tuple(
                Field(t.span, t.text) for t in split_tags(text, raw_start, raw_end, register)
            )
            waiting = None if tags else "tags"
            continue
        waiting = None
        _take_values(text, raw_start, raw_end, values, name)
        viewing = re.compile(r"viewing cable \w+, ", re.IGNORECASE).match(
            text, line.start, line.end
        )
        if viewing:
            span = trimmed(text, viewing.end(), line.end)
            titles.append(span)
            values.setdefault("title", Field(span, fold_space(span.of(text))))
    if not values and not tags:
        return None, ()
    return (
        Metadata(
            identifier=values.get("identifier"),
            created=values.get("created"),
            classification=_classification(values, register),
            origin=values.get("origin"),
            title=values.get("title"),
            tags=tags,
        ),
        tuple(titles),
    )


def _classification(values: dict[str, Field], register: Register) -> Field | None:
    """The classification a wrapper gives the record: that of its origin.

    An archive also prints the current one, which is UNCLASSIFIED once the record was declassified
    and says nothing about its markings. A current one above that was not lifted.
    """
    current = values.get("current")
    found = find_level(current.text, register) if current else None
    if "classification" in values or found is None or level_rank(found[0]) <= 0:
        return values.get("classification")
    return current


def _take_values(
    text: str, start: int, end: int, values: dict[str, Field], label: str | None
) -> None:
    """Note the values that stand on a line; the first of each kind is kept."""
    end = min(end, start + 400)
    if label in ("released",):
        return
    for kind, form in _VALUES:
        name = label if label == "current" and kind == "classification" else kind
        if name in values or (label is not None and name != label):
            continue
        match = form.search(text, start, end)
        if match:
            span = trimmed(text, *match.span())
            values[name] = Field(span, fold_space(span.of(text)))
    if label in ("origin", "created") and label not in values:
        span = trimmed(text, start, end)
        if len(span):
            values[label] = Field(span, fold_space(span.of(text)))
