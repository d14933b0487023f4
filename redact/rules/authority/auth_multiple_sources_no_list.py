"""Checks that a paper derived from multiple sources has a list of them.

## Why

`Multiple Sources` by itself names none. With the list a reviewer can find each source and the date
of declassification that it sets.

## Example

    Derived From: Multiple Sources

*Use instead:* add a list under `Source List:`, or say where it is: `see attached source list`.

## Limits

The list is recognized by its heading: sources, source list, list of sources, bibliography,
endnotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import LINE_START, pattern

ID = "auth-multiple-sources-no-list"

_MULTIPLE = pattern(r"MULTIPLE\s+SOURCE", re.IGNORECASE)
_LIST = pattern(
    r"\b(?:SOURCE\s+LIST|LIST\s+OF\s+SOURCES|LISTED\s+SOURCES|BIBLIOGRAPHY|ENDNOTES)\b"
    rf"|{LINE_START}[ \t]{{0,80}}(?:\([A-Z/ ]{{1,20}}\) ?)?(?:CLASSIFICATION )?SOURCES\b ?:?",
    re.IGNORECASE,
)


def check(examined: Examined) -> Iterator[Hit]:
    """One hit, on the words Multiple Sources."""
    document = examined.document
    source = document.authority.derived_from if document.authority else None
    if source is None or not document.is_classified or not _MULTIPLE.match(source.text):
        return
    if not _LIST.search(document.text):
        yield Hit(
            span=source.span,
            message="document is derived from multiple sources but does not list them",
            fix="add the list of sources, or say where it is",
        )
