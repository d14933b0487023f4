"""Checks that a reference could have been written before the telegram that cites it.

## Why

A reference to the telegram itself, to a later year or to a later number of the same post is a
mistake: the reader looks up the wrong telegram.

## Example

    C O N F I D E N T I A L TESTVILLE 000666
    REF: TESTVILLE 0912

*Use instead:* the number that was meant, or the year: `08 TESTVILLE 912`.

## Limits

Only telegrams are compared. In January a reference without a year may be last year's and gives a
note. Two telegrams drafted together may cite each other.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.telegram_model import Reference
from redact.findings import Examined, Hit, Label

ID = "ref-impossible"
ERA = True


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each impossible reference; case ``year-open`` where it may be last year's."""
    document = examined.document
    telegram = document.telegram
    own = telegram.message_number if telegram else None
    if telegram is None or own is None or own.id is None:
        return
    for reference in telegram.references:
        fact = _impossible(reference, document)
        if fact is None:
            continue
        january = document.date is not None and document.date.month == 1
        yield Hit(
            span=reference.span,
            message=fact,
            fix="correct the number of the reference or add its year",
            related=(Label(own.span, "message number"),),
            case="year-open" if january and not reference.year_written else "default",
        )


def _impossible(reference: Reference, document: Document) -> str | None:
    own = document.telegram_fields.message_number
    if own is None or own.id is None or reference.kind != "telegram" or reference.id is None:
        return None
    year, own_year = _full_year(reference.year), _full_year(own.id[:2])
    if year is None or own_year is None:
        return None
    if year > own_year:
        return f"reference is from {year}, telegram from {own_year}"
    if year < own_year or _station(reference.id) != _station(own.id):
        return None
    number, own_number = int(reference.number or 0), int(own.number)
    if number == own_number:
        return f"reference {number} is the telegram's own number"
    if number > own_number:
        return f"reference is number {number} from the same post and year, telegram is {own_number}"
    return None


def _full_year(year: str | None) -> int | None:
    """Telegrams of this form were sent from 1945 to 2044 at the most."""
    if year is None or not year.isdecimal():
        return None
    return int(year) + (1900 if int(year) >= 45 else 2000)


def _station(identifier: str) -> str:
    return identifier[2:].rstrip("0123456789")
