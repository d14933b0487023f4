"""Checks that a distribution statement fits the document and is complete.

## Why

Statement A releases a technical document to everybody and may not be used on one that is classified
or controlled. Statements B to F limit distribution, and say why, since when, and which office
decides on other requests. With two different statements the reader may choose the wider one.

## Example

    SECRET

    DISTRIBUTION STATEMENT A. Approved for public release.

*Use instead:* `DISTRIBUTION STATEMENT F. Further distribution only as directed by the Example
Office, 20200101, or higher authority.`

## Limits

Whether the reason given is one of the published ones is not checked. Any year in the statement
counts as its date; an office is recognized by the words that introduce it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.sources import Span

ID = "dod-distribution"

_STATEMENT = pattern(
    r"DISTRIBUTION STATEMENT (?P<letter>[A-F])\b(?P<text>[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*){0,8})",
    re.IGNORECASE,
)
_DATE = pattern(r"(?:19|20)\d\d")
_OFFICE = pattern(r"referred to|directed by|controlling\s+(?:DoD\s+)?office", re.IGNORECASE)
_CONTROLLED = frozenset({"FOUO", "SBU", "SBU NOFORN", "DOD UCNI", "DOE UCNI"})


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on a statement that does not fit, lacks its parts, or contradicts the first."""
    document = examined.document
    found = list(_STATEMENT.finditer(document.text))
    # Elsewhere, as in the CUI designation, the letter is enough.
    stated = {m["letter"].upper() for m in found if not any(_missing(m["text"]))}
    for match in found:
        letter = match["letter"].upper()
        span = Span(match.start(), match.end("letter"))
        protects = _protects(document)
        if letter == "A" and protects:
            yield Hit(
                span=span,
                message=f"distribution statement A is on a document marked {protects}",
                fix="write a limited distribution statement",
                expected="B to F",
                found="A",
            )
        missing = list(_missing(match["text"])) if letter != "A" else []
        if missing and letter not in stated:
            yield Hit(
                span=span,
                message=f"distribution statement {letter} has no {' and no '.join(missing)}",
                fix="state the date of determination and the controlling office",
                expected=", ".join(missing),
            )
    letters = sorted({match["letter"].upper() for match in found})
    if len(letters) > 1:
        first, second = (next(m for m in found if m["letter"].upper() == x) for x in letters[:2])
        yield Hit(
            span=Span(second.start(), second.end("letter")),
            message=f"distribution statements {' and '.join(letters)} stand in one document",
            fix="keep the one that applies",
            found=" ".join(letters),
            related=(Label(Span(first.start(), first.end("letter")), "the other statement"),),
        )


def _missing(text: str) -> Iterator[str]:
    if not _DATE.search(text):
        yield "date"
    if not _OFFICE.search(text):
        yield "controlling office"


def _protects(document: Document) -> str | None:
    """What the document is marked with that forbids release to everybody."""
    if document.is_classified:
        return document.level
    tokens = {token for m in document.markings for token in (*m.aea, *m.dissem, *m.non_ic, *m.cui)}
    return next(iter(sorted(tokens & {*_CONTROLLED, "CUI"})), None)
