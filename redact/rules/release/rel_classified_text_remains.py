"""Checks that no classified portion can still be read in a copy that shows no declassification.

## Why

Classified text may reach the public only after an authority has declassified it. The passing of a
date is no decision. A portion without a mark counts as the highest level of the document.

## Example

    C O N F I D E N T I A L TESTVILLE 000012

    2. (C) The pump test is on Tuesday.

*Use instead:* the portion withheld,

    2. (C) [1.4(D),B1 - 1 line]

or the stamp that shows who declassified the record, when and by what authority. A portion that a
reviewer released in a plan file is reported too, as a warning: a review for the Freedom of
Information Act declassifies only where somebody with the authority to do so decided it.

## Limits

Of a document that marks no portion only the first one is reported. Unmarked subjects are not
reported here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.findings import Examined, Hit
from redact.rules.release.decision import is_decided, readable_classified
from redact.rules.scope import number_span

ID = "rel-classified-text-remains"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the mark of every such portion; ``case`` is ``reviewed`` where a reviewer let it
    stand.
    """
    document = examined.document
    if is_decided(document):
        return
    for portion in readable_classified(examined):
        yield _hit(
            document,
            portion,
            "the copy shows no declassification",
            "withhold the portion, or add the declassification stamp",
        )
    publication = examined.publication
    if publication is None or not publication.kept:
        return
    for portion in readable_classified(examined, released=True):
        hit = _hit(
            document,
            portion,
            "released in review, the copy shows no declassification",
            "withhold the portion, or name who declassified it and when (--declassified-by, "
            "--declassified-on)",
        )
        yield replace(hit, case="reviewed")


def _hit(document: Document, portion: Portion, lacks: str, fix: str) -> Hit:
    stated = portion.marking.level if portion.marking else None
    level = portion.level or document.highest_level
    lifted = portion.at_least_span if stated and stated != level else None
    return Hit(
        span=lifted or portion.mark_span or number_span(document, portion),
        message=f"portion {'is' if stated == level else 'counts as'} {level}, {lacks}",
        fix=fix,
        found=level,
    )
