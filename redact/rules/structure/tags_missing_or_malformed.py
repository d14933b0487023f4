"""Checks that a telegram has a TAGS line and that each of its terms can be a TAGS term.

## Why

The telegram is filed and distributed by its TAGS (traffic analysis by geography and subject). An
unknown term sends it nowhere.

## Example

    TAGS: ETRDEINVPGOV, PHUMBA

*Use instead:* `TAGS: ETRD, EINV, PGOV, PHUM, BA`

## Limits

TAGS were introduced on 1 July 1973; older telegrams, military messages, extracts and later sections
have none. Names of organizations, of up to ten letters, are an open list, so only terms run
together and words that are too long or contain other characters are reported.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.documents.telegram_model import Tag
from redact.findings import Examined, Hit, Label
from redact.markings.vocabulary import TagsVocabulary
from redact.rules.scope import has_telegram_head

ID = "tags-missing-or-malformed"
PARAMS = {"since": datetime.date(1973, 7, 1)}

_LONGEST_NAME = 10


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for a missing or empty line, for each unknown term and for each repeated one."""
    document = examined.document
    telegram = document.telegram
    line = document.classification_line
    if telegram is None:
        return
    if not telegram.tags:
        early = document.date is not None and document.date < examined.params["since"]
        if telegram.tags_span is not None:
            yield Hit(
                span=telegram.tags_span, message="TAGS line has no terms", fix="add the TAGS terms"
            )
        elif line is not None and has_telegram_head(document) and not early:
            yield Hit(
                span=line.span,
                message="telegram has a classification line, but no TAGS line",
                fix="add the TAGS line before the subject",
                case="undated" if document.date is None else "default",
            )
        return
    first: dict[tuple[str, str], Tag] = {}
    for tag in telegram.tags:
        if tag.kind == "unknown" and (fact := _defect(tag, examined.register.tags)):
            yield Hit(span=tag.span, message=fact, fix="separate or correct the terms")
            continue
        earlier = first.setdefault((tag.kind, tag.text), tag)
        if earlier is not tag and tag.kind != "person":
            yield Hit(
                span=tag.span,
                message="TAGS term appears twice",
                fix="remove the repetition",
                related=(Label(earlier.span, "first"),),
            )


def _defect(tag: Tag, known: TagsVocabulary) -> str | None:
    """What is wrong with a term on no list; ``None`` when it may be an organization's name."""
    pieces = _fused(tag.text, known)
    if pieces:
        return f"{pieces} TAGS terms have no space between them"
    if not 2 <= len(tag.text) <= _LONGEST_NAME:
        return f"term has {len(tag.text)} letters, an organisation's name has 2 to 10"
    if not any(letter.isalpha() for letter in tag.text):
        return "term has no letters"
    return None


def _fused(text: str, known: TagsVocabulary) -> int:
    """Number of known terms, of four or two letters, run together; 0 for fewer than two."""
    words = known.subject | known.program | known.geographic
    count = 0
    while text:
        size = next((n for n in (4, 2) if text[:n] in words and len(text) >= n), 0)
        if not size:
            return 0
        text = text[size:]
        count += 1
    return count if count > 1 else 0
