"""Checks for isolated markings in a text that may or may not be a marked document.

## Why

SECRET occurs in songs and CONFIDENTIAL in contracts, so one such line makes no classified document
and the text is not checked as one. It may still be one that has lost its other markings, and then
nobody would look at it again.

## Example

    SECRET

    The pump test is on Tuesday.

*Use instead:* the full set of markings, or `redact check --kind memorandum FILE`, which checks it
as a paper. If it is not a classified document the note can be ignored.

## Limits

At most one note per text, and none where only UNCLASSIFIED or the heading of a memorandum is seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.documents.evidence import Sign, find_signs, is_doubtful
from redact.documents.lines import split_lines
from redact.findings import Examined, Hit

ID = "class-doubtful"


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the weightiest sign of a text that is taken for no marked document."""
    document = examined.document
    if document.kind != "text":
        return
    signs = find_signs(document.text, split_lines(document.text))
    if not is_doubtful(signs):
        return
    sign = max((s for s in signs if s.kind != "heading"), key=lambda s: s.weight)
    yield Hit(
        span=sign.span,
        message=f"{_what(sign)}, too little else suggests a marked document: not checked as one",
        fix="if it is one, check it with --kind memorandum or --kind cui",
    )


def _what(sign: Sign) -> str:
    if sign.kind == "banner":
        return f"line reads {sign.level}"
    if sign.kind == "mark":
        return "paragraphs begin with portion marks"
    return "line reads like one of an authority or designation block"
