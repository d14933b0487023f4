"""The lines where the classification belongs, readable or not."""

from __future__ import annotations

from redact.documents.model import Document
from redact.markings.register import Register
from redact.patterns import pattern
from redact.rules.banner.level_words import abbreviated_level, nearest_level
from redact.rules.banner.prohibited import prohibited_phrase
from redact.rules.scope import has_classification_line
from redact.sources import Source, Span

# The level is spaced out, some letters joined or garbled, or station and number end the line.
_FORM = pattern(r"\s*(?:(?:\w{1,2} +){5,}|[A-Z].*\s\d{3,7}\s*$)")


def first_line(source: Source, after: int = 0) -> Span:
    """The first line with text, without blanks at either end; empty when there is none.

    ``after`` is the offset of a line's first character.
    """
    start = len(source.text) - len(source.text[after:].lstrip())
    line, _ = source.line_col(start)
    end = source.line_start(line) + len(source.line_text(line).rstrip())
    return Span(start, max(start, end))


def unread_line(document: Document, register: Register) -> Span | None:
    """The line meant to state the level, when no line in its place does."""
    if document.telegram is not None:
        return _unread_classification_line(document, register)
    span = first_line(document.source)
    text = document.text_of(span)
    if document.banners or not (
        abbreviated_level(text, register) or prohibited_phrase(text, register)
    ):
        return None
    return span


def _unread_classification_line(document: Document, register: Register) -> Span | None:
    if has_classification_line(document):
        return None
    envelope = [s.span for s in document.segments if s.kind == "envelope"]
    span = first_line(document.source, envelope[-1].end if envelope else 0)
    text = document.text_of(span)
    if _FORM.match(text) and (nearest_level(text, register) or prohibited_phrase(text, register)):
        return span
    # A line that begins with no level at all is easily parsed as one more addressee.
    last = first_line(document.source, envelope[-1].start) if envelope else span
    text = document.text_of(last)
    return last if _FORM.match(text) and prohibited_phrase(text, register) else None


def lines_in_place(document: Document, register: Register) -> tuple[Span, ...]:
    """The banner lines of a document, the first of identical ones, and any line meant as one."""
    line = unread_line(document, register)
    first = {banner.text: banner.span for banner in reversed(document.banners)}
    return (*sorted(first.values()), *((line,) if line is not None else ()))
