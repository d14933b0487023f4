"""Checks that a telegram has a subject.

## Why

The subject is all that logs and indexes show of a telegram.

## Example

    TAGS: PGOV, XX

    1. (U) The pump test is on Tuesday.

*Use instead:* `SUBJECT: PUMP TEST ON TUESDAY` below the TAGS.

## Limits

Subjects were required from 1 July 1973, with the TAGS. Older telegrams, extracts without a
classification line, later sections and military messages are not checked.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.rules.scope import has_telegram_head

ID = "subject-missing"
PARAMS = {"since": datetime.date(1973, 7, 1)}


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on an empty subject line, or on the classification line where there is none."""
    document = examined.document
    telegram = document.telegram
    line = document.classification_line
    if telegram is None or line is None or not has_telegram_head(document):
        return
    early = document.date is not None and document.date < examined.params["since"]
    if telegram.subject is None and not early:
        yield Hit(
            span=line.span,
            message="telegram has a classification line, but no subject",
            fix="add the subject line",
        )
    elif telegram.subject is not None and not telegram.subject.text:
        yield Hit(span=telegram.subject.span, message="subject is empty", fix="add the subject")
