"""Checks that no person the drafter asked to protect is still named beside that request.

## Why

*Strictly protect* beside a name tells the reader that the person spoke in confidence. Such a source
is the first thing to withhold, and the request itself shows where it is named.

## Example

    3. (C) Ivan P. Example (strictly protect) told us about the picnic.

*Use instead:*

    3. (C) [1.4(D),B1,B6 name] told us about the picnic.

## Limits

The request is recognized in the forms that telegrams use. A request right after a deletion is not
reported: the name it refers to is deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import LINE_END, pattern
from redact.rules.release.deletion import touching
from redact.rules.release.deletion_marks import find_deletions
from redact.sources import Span

ID = "rel-source-protect-flag"

_REQUEST = pattern(
    r"[(\[]\s*(?:please\s+)?(?:strictly\s+)?protect"
    r"(?:\s+(?:strictly|fully|source|sources|identity|name|his|her|their))*\s*[)\]]"
    r"|\bstrictly\s+protect(?:ed)?\b(?!\s+accordingly)"
    rf"|\bplease\s+protect\b(?=\s*(?:[.,;:)\]]|{LINE_END}|(?:the\s+|this\s+|his\s+|her\s+|our\s+)?"
    r"(?:source|sources|identity|name|contact)\b))"
    r"|(?<!to )(?<!to[\r\n])\bprotect\s+(?:this\s+|our\s+)?source\b(?!\s+(?:of|code))",
    re.IGNORECASE,
)
_NEAR = 4
"""Characters that may be between a deletion and the request that belonged to it."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every request whose person is not deleted."""
    deletions = find_deletions(examined)
    for match in _REQUEST.finditer(examined.document.text):
        if touching(Span(max(0, match.start() - _NEAR), match.start()), deletions):
            continue
        yield Hit(
            span=Span(*match.span()),
            message="a protected source is named in visible text",
            fix="withhold the person the request refers to",
        )
