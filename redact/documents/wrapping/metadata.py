"""The labels and values in which a wrapper describes the record."""

from __future__ import annotations

import re

from redact.documents.field import Field, field_at
from redact.documents.head.subject import read_title
from redact.documents.head.tags import split_tags
from redact.documents.lines import TextLine, trimmed
from redact.documents.model import Metadata
from redact.markings.level import find_level
from redact.markings.marking import level_rank
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_LABELS = {
    "identifier": r"identifier|reference id|ref(?:erence)?\.? ?id|cable id|message id"
    r"|document (?:number|id|nbr)|mrn",
    "created": r"created|date created|cable date|sent date|sent|date|draft date",
    "released": r"released|release date|published",
    "current": r"current classification",
    "classification": r"(?:original )?classification",
    "origin": r"origin|originator|from|embassy|source|office origin",
    "title": r"(?:cable )?title|subject|subj",
    "tags": r"tags?|cable tags",
}
LABEL = pattern(
    r"[ \t]{0,40}\W{0,4}(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in _LABELS.items())
    + r")\b\s*(?P<mark>[:|\t]|$)",
    re.IGNORECASE,
)
_VIEWING = pattern(r"viewing cable \w+, ", re.IGNORECASE)
_LONGEST_TITLE = 400
_LONGEST_VALUE = 400
"""Maximum code points of a line read after its label."""
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


def read_metadata(
    text: str, lines: tuple[TextLine, ...], register: Register
) -> tuple[Metadata | None, tuple[Span, ...]]:
    """The metadata in the wrapper's lines, and the spans of the title.

    Labels may be on separate lines before their values, in front of them with a colon, or at the
    head of a table; a value away from its label is recognized by its form.
    """
    values: dict[str, Field] = {}
    tags: tuple[Field, ...] = ()
    titles: list[Span] = []
    waiting: str | None = None
    for line in lines:
        if not line.head:
            continue
        label, start = _label_of(text, line)
        subject, waiting = label or waiting, None
        if subject == "title":
            span = trimmed(text, start, line.end)
            if 0 < len(span) < _LONGEST_TITLE:
                titles.append(span)
            else:
                waiting = "title"
        elif subject == "tags":
            if not tags:
                parts = split_tags(text, start, line.end, register)
                tags = tuple(Field(tag.span, tag.text) for tag in parts)
            waiting = None if tags else "tags"
        else:
            _take_values(text, start, line.end, values, label)
            viewing = _VIEWING.match(text, line.start, line.end)
            if viewing:
                titles.append(trimmed(text, viewing.end(), line.end))
    if not (values or titles or tags):
        return None, ()
    metadata = Metadata(
        identifier=values.get("identifier"),
        created=values.get("created"),
        classification=_classification(values, register),
        origin=values.get("origin"),
        title=_title(text, titles[0], register) if titles else None,
        tags=tags,
    )
    return metadata, tuple(titles)


def _label_of(text: str, line: TextLine) -> tuple[str | None, int]:
    """The label a line begins with, as in `_LABELS`, and where its value may begin."""
    match = LABEL.match(text, line.start, line.end)
    if match is None:
        return None, line.start
    return next(name for name in _LABELS if match[name] is not None), match.end()


def _title(text: str, span: Span, register: Register) -> Field:
    subject, _ = read_title(text, span.start, span.end, register)
    return Field(subject.text_span, subject.text)


def _classification(values: dict[str, Field], register: Register) -> Field | None:
    """The classification a wrapper gives for the record: the original one.

    An archive also prints the current one, which is UNCLASSIFIED once the record was declassified
    and says nothing about its markings. A current one above that is still in force.
    """
    current = values.get("current")
    found = find_level(current.text, register) if current else None
    if "classification" in values or found is None or level_rank(found[0]) <= 0:
        return values.get("classification")
    return current


def _take_values(
    text: str, start: int, end: int, values: dict[str, Field], label: str | None
) -> None:
    """Add the values on a line to ``values``; the first of each kind is kept."""
    end = min(end, start + _LONGEST_VALUE)
    if label == "released":
        return
    for kind, form in _VALUES:
        name = label if label == "current" and kind == "classification" else kind
        if name in values or (label is not None and name != label):
            continue
        match = form.search(text, start, end)
        if match:
            values[name] = field_at(text, trimmed(text, *match.span()))
    if label in ("origin", "created") and label not in values:
        span = trimmed(text, start, end)
        if len(span):
            values[label] = field_at(text, span)
