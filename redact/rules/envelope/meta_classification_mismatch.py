"""Checks that the level in the metadata matches the level of the text.

## Why

A system that reads only the metadata handles the record at the level given there: a level below
that of the text exposes the record, one above it hides the record.

## Example

    Classification UNCLASSIFIED over S E C R E T TESTVILLE 000412

*Use instead:*

    SECRET

## Limits

Controls after the level are not compared: `UNCLASSIFIED//FOR OFFICIAL USE ONLY` agrees with an
unclassified telegram whether or not it is SENSITIVE.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.markings.level import find_level
from redact.markings.marking import LEVELS, level_rank
from redact.markings.register import Register

ID = "meta-classification-mismatch"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit on the metadata; case ``higher`` when it protects more than the text."""
    document = examined.document
    field = document.metadata.classification if document.metadata else None
    line = document.classification_line
    if field is None or line is None or document.level is None:
        return
    found = _level(field.text, examined.register)
    if found == document.level:
        return
    yield Hit(
        span=field.span,
        message=f"metadata says {found or 'no readable level'}, "
        f"classification line says {document.level}",
        fix=f"set the metadata to {document.level}",
        expected=document.level,
        found=found,
        related=(Label(line.span, "classification line"),),
        case="higher" if found and level_rank(found) > level_rank(document.level) else "default",
    )


def _level(text: str, register: Register) -> str | None:
    """The level of a metadata field, ``None`` when it states none.

    Only its first part counts: ``UNCLASSIFIED//FOR OFFICIAL USE ONLY`` is UNCLASSIFIED. So is a
    label in place of a level, such as LIMITED OFFICIAL USE.
    """
    found = find_level(text.partition("//")[0].strip(), register)
    if found is None:
        return None
    return found[0] if found[0] in LEVELS else "UNCLASSIFIED"
