"""The TAGS line: terms of the Department's system of traffic analysis."""

from __future__ import annotations

import re
from functools import lru_cache

from redact.documents.telegram_model import Tag
from redact.markings.register import Register
from redact.patterns import pattern
from redact.sources import Span

_LABEL = pattern(r"\s*(?:\(U\)\s*)?T[A-Z]{2}S?\b\s*[:;.,]{0,2}", re.IGNORECASE)
_LONGEST = 24
_TERM = pattern(
    rf"\[\s*(?P<linked>[A-Za-z0-9_ -]{{1,{_LONGEST}}}?)\s*\]\([^)\s]{{0,200}}\)"
    r"|\((?P<name>[^()\r\n]{1,80}(?:\r?\n[^()\r\n]{1,80})?)\)"
    rf"|(?P<word>[A-Za-z][A-Za-z0-9_-]{{1,60}})"
)


@lru_cache(maxsize=2)  # used for the field and the header block
def read_tags(text: str, start: int, end: int, register: Register) -> tuple[Tag, ...]:
    """The terms of a TAGS line, label included; names of persons are separate terms."""
    label = _LABEL.match(text, start, end)
    return split_tags(text, label.end() if label else start, min(end, start + 2000), register)


def split_tags(text: str, start: int, end: int, register: Register) -> tuple[Tag, ...]:
    """The terms in ``text[start:end]``: separated by blanks, commas or not at all in links."""
    found: list[Tag] = []
    for match in _TERM.finditer(text, start, end):
        group = match.lastgroup or "word"
        written = " ".join(match[group].split())
        span = Span(*match.span(group))
        if group == "name":
            found.append(Tag(span, written, "person"))
        else:
            found.append(Tag(span, written.upper(), _kind(written.upper(), register)))
    return tuple(found)


def _kind(term: str, register: Register) -> str:
    tags = register.tags
    if term in tags.geographic or (len(term) == 2 and term.isalpha()):
        return "geographic"
    if term in tags.subject or term in tags.person:
        return "subject"
    if term in tags.program or (len(term) == 4 and term.startswith("K") and term.isalpha()):
        return "program"
    if term in tags.organisation or term in tags.long:
        return "organisation"
    if len(term) == 4 and term[0] in tags.subject_initials and term.isalpha():
        return "subject"
    return "unknown"
