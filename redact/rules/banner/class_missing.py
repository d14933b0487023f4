"""Checks that the document states an overall classification.

## Why

Every telegram is explicitly marked, unclassified ones too, and so is every document that contains
anything classified. Without a line that states the level nobody can tell to whom the document may
be shown, and no portion mark can be checked against it.

## Example

    E.O. 12958: DECL: 04/20/2019
    TAGS: PREL

*Use instead:*

    C O N F I D E N T I A L TESTVILLE 000412

    E.O. 12958: DECL: 04/20/2019
    TAGS: PREL

## Limits

A paper with no mark above UNCLASSIFIED, no control and no authority block needs no banner and is
not reported. A line whose level cannot be read is reported by `class-unknown-level`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.model import Document
from redact.findings import Examined, Hit
from redact.markings.marking import Marking, level_rank
from redact.rules.banner.unread_line import first_line, unread_line

ID = "class-missing"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the first line that holds text."""
    document = examined.document
    if document.banners or unread_line(document, examined.register) is not None:
        return
    if not _needs_banner(document):
        return
    yield Hit(
        span=first_line(document.source),
        message=f"{_what(document)} states no overall classification",
        fix="state the level above the text",
    )


def _needs_banner(document: Document) -> bool:
    markings = [p.marking for p in document.portions if p.marking is not None]
    if document.kind == "text":
        # In a recipe or a lease (C) and (S) are letters of a list; (S//NF) is a mark anywhere.
        return any(_has_controls(marking) for marking in markings)
    if document.telegram is not None:
        return bool(document.text.strip())
    if document.kind == "cui":
        return False  # cui-banner-missing
    return any(map(_is_protected, markings)) or document.authority is not None


def _is_protected(marking: Marking) -> bool:
    return level_rank(marking.level) > 0 or _has_controls(marking)


def _has_controls(marking: Marking) -> bool:
    controls = (marking.sci, marking.sap, marking.aea, marking.fgi, marking.dissem, marking.non_ic)
    return any(controls) or bool(marking.nato or marking.joint)


def _what(document: Document) -> str:
    return "telegram" if document.telegram is not None else "document with marked portions"
