"""Debris of copying: what a web page, a converter or a scanner left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redact.documents.copy_model import Artifact
from redact.patterns import pattern
from redact.sources import Span

_KINDS = (
    ("no-break-space", pattern("\u00a0+")),
    ("pilcrow", pattern("\u00b6")),
    ("markdown-link", pattern(r"\[[^\[\]\r\n]{1,80}\]\([^()\s]{0,200}\)")),
    ("html-entity", pattern(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")),
    (
        "html-tag",
        pattern(
            r"</?(?:a|b|i|u|p|br|div|span|pre|code|td|tr|table|li|ul|font)\b[^<>\r\n]{0,200}>",
            re.IGNORECASE,
        ),
    ),
)
_FIRST = {
    "no-break-space": "\u00a0",
    "pilcrow": "\u00b6",
    "markdown-link": "](",
    "html-entity": "&",
    "html-tag": "<",
}


def find_artifacts(text: str, wrapper: Iterable[Span]) -> tuple[Artifact, ...]:
    """One artifact for each kind of debris, with all its spans; those of the wrapper are given."""
    found: list[Artifact] = []
    pages = tuple(wrapper)
    if pages:
        found.append(Artifact("page-furniture", pages))
    for kind, form in _KINDS:
        if _FIRST[kind] in text:
            spans = tuple(Span(*match.span()) for match in form.finditer(text))
            if spans:
                found.append(Artifact(kind, spans))
    return tuple(found)
