"""Checks that a level is written alone, and that no handling label replaces it.

## Why

No other term may be used with a level to say how much protection the text needs: SECRET SENSITIVE
is neither more nor less than SECRET, and a reader who takes it for a separate level handles it
wrongly. A label such as SBU is not a level; an unclassified document says UNCLASSIFIED.

## Example

    SECRET SENSITIVE

*Use instead:*

    SECRET

## Limits

Memoranda of the Department of State may have SENSITIVE BUT UNCLASSIFIED as their banner line
(profile `state-memorandum`), and so may any paper without portion marks and authority block, which
claims no classification. Before 1978-12-01 such phrases were in use and no order forbade them; they
give a note. Captions on separate lines are not checked here.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.rules.banner.prohibited import prohibited_phrase, written_line
from redact.rules.banner.unread_line import lines_in_place

ID = "class-prohibited-phrase"
PARAMS = {"labels_alone": False}
"""``labels_alone``: whether a paper may have a handling label as its banner line."""

_FORBIDDEN_SINCE = datetime.date(1978, 12, 1)  # E.O. 12065 §1-101 names the only levels


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on each line that joins a level to an adjective or puts a label in its place."""
    document = examined.document
    early = document.date is not None and document.date < _FORBIDDEN_SINCE
    for span in lines_in_place(document, examined.register):
        match prohibited_phrase(written_line(document, span), examined.register):
            case "adjective":
                message = "level is joined to a word that is not a marking"
            case "label" if not (examined.params["labels_alone"] or _is_without_marks(document)):
                message = "handling label is used in place of a level"
            case _:
                continue
        yield Hit(
            span=span,
            message=message,
            fix="state the level alone; put captions on lines of their own",
            case="early" if early else "default",
        )


def _is_without_marks(document: Document) -> bool:
    """Whether a paper holds text, no portion mark and no authority block."""
    return (
        document.telegram is None
        and document.authority is None
        and bool(document.portions)
        and all(portion.mark is None for portion in document.portions)
    )
