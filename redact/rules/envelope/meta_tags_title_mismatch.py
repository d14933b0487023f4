"""Checks that TAGS and title in the metadata match the text.

## Why

Records are searched by TAGS and title. A TAGS term or part of the subject that is missing from the
metadata hides the record from those who must find and review it.

## Example

    Title PUMP TEST AT over SUBJECT: PUMP TEST AT TESTVILLE

*Use instead:* the whole subject.

## Limits

A title that says more than the subject, such as one that begins with FW:, is accepted. The order of
TAGS, names of persons after them, case and white space are ignored. A title that is the beginning
of the subject gives a note: copies often take the first line only.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Metadata
from redact.documents.telegram_model import Telegram
from redact.findings import Examined, Hit, Label

ID = "meta-tags-title-mismatch"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the TAGS of the metadata and one on its title."""
    document = examined.document
    if document.metadata is None or document.telegram is None:
        return
    yield from _tags(document.metadata, document.telegram)
    yield from _title(document.metadata, document.telegram)


def _tags(metadata: Metadata, telegram: Telegram) -> Iterator[Hit]:
    stated = {field.text.upper() for field in metadata.tags}
    own = {tag.text.upper() for tag in telegram.tags if tag.kind != "person"}
    if not stated or not own or stated == own:
        return
    missing, added = len(own - stated), len(stated - own)
    span = metadata.tags[0].span
    yield Hit(
        span=span,
        message=f"metadata lacks {missing} of {len(own)} TAGS of the text and has {added} others",
        related=(Label(telegram.tags_span or telegram.tags[0].span, "TAGS line"),),
    )


def _title(metadata: Metadata, telegram: Telegram) -> Iterator[Hit]:
    if metadata.title is None or telegram.subject is None:
        return
    title, subject = _folded(metadata.title.text), _folded(telegram.subject.text)
    if not title or not subject or subject in title:
        return
    is_beginning = subject.startswith(title)
    yield Hit(
        span=metadata.title.span,
        message="metadata title is only the beginning of the subject"
        if is_beginning
        else "metadata title is not the subject",
        related=(Label(telegram.subject.span, "subject"),),
        case="title-prefix" if is_beginning else "default",
    )


def _folded(text: str) -> str:
    return " ".join(text.upper().split())
