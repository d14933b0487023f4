"""Checks that the identifier of the copy matches the message number in the text.

## Why

Copies are filed and cited under an identifier such as `09TESTVILLE412`: year, station and number.
If it is not that of the text, a search for one message finds another, and a decision on one copy is
applied to the wrong one.

## Example

    Identifier 09TESTVILLE421 over C O N F I D E N T I A L TESTVILLE 000412

*Use instead:*

    09TESTVILLE412

## Limits

A file name counts as an identifier only when it has the form of one. Stations cut to six letters,
as archives cut them, are equal.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.documents.telegram_model import MessageNumber
from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.rules.envelope.stations import same_station

ID = "meta-mrn-mismatch"

_IDENTIFIER = pattern(r"(?:19|20)?(?P<year>\d\d)(?P<station>[A-Z][A-Z ]{2,24}?)0*(?P<number>\d+)")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the identifier, and one on the message number for the name of the file."""
    document = examined.document
    mrn = document.telegram_fields.message_number
    if mrn is None or not mrn.number.isdigit():
        return
    identifier = document.metadata.identifier if document.metadata else None
    wrong = identifier and _difference(identifier.text, mrn, document)
    if identifier and wrong:
        yield Hit(
            span=identifier.span,
            message=f"identifier {wrong}",
            related=(Label(mrn.span, "message number"),),
        )
    wrong = _difference(_stem(document.source.path), mrn, document)
    if wrong:
        yield Hit(span=mrn.span, message=f"file name {wrong}")


def _stem(path: str) -> str:
    """The name of a file without its ending."""
    name = path.replace("\\", "/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _difference(identifier: str, mrn: MessageNumber, document: Document) -> str | None:
    match = _IDENTIFIER.fullmatch(identifier.upper())
    if match is None:
        return None
    if int(match["number"]) != int(mrn.number):
        return f"has number {int(match['number'])}, message number is {int(mrn.number)}"
    if document.date is not None and int(match["year"]) != document.date.year % 100:
        return f"has year {match['year']}, message is from {document.date.year}"
    if not same_station(match["station"], mrn.station):
        return "names a different station from the message number"
    return None
