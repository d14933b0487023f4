"""The lines in the place of a classification, read or not."""

from __future__ import annotations

import re

from redact.documents.model import Document
from redact.markings.register import Register
from redact.rules.banner.level_words import abbreviated_level, nearest_level
from redact.rules.banner.prohibited import prohibited_phrase
from redact.sources import Source, Span

# A level is spaced out, or a station and a number end the line.
_FORM = re.compile(r"\s*(?:[A-Z](?: +[A-Z]){4,}\b|[A-Z].*\s\d{3,7}\s*$)")


def first_line(source: Source) -> Span:
    """The first line that holds text, without the blanks beside it; empty in an empty text."""
    start = len(source.text) - len(source.text.lstrip())
    line, _ = source.line_col(start)
    end = source.line_start(line) + len(source.line_text(line).rstrip())
    return Span(start, max(start, end))


def unread_line(document: Document, register: Register) -> Span | None:
    """The first line, where no line states a level and this one was meant to."""
    if document.banners:
        return None
    span = first_line(document.source)
    text = document.text_of(span)
    if document.telegram is not None:
        meant = _FORM.match(text) and nearest_level(text, register)
    else:
        meant = abbreviated_level(text, register)
    return span if meant or prohibited_phrase(text, register) else None


def lines_in_place(document: Document, register: Register) -> tuple[Span, ...]:
    """The banner lines of a document, or the one line that was meant as one."""
    line = unread_line(document, register)
    return (line,) if line is not None else tuple(banner.span for banner in document.banners)
