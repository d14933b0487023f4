"""A piece of a document as a value: its words and where they are."""

from __future__ import annotations

from redact.documents.lines import TextLine, fold_space, trimmed
from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of the document, white space folded to single blanks, and its position."""

    span: Span
    text: str


def field_at(text: str, span: Span) -> Field:
    """The piece of ``text`` that ``span`` covers."""
    return Field(span, fold_space(span.of(text)))


def field_of_line(text: str, line: TextLine) -> Field:
    """The words of a line, without blanks at either end."""
    return field_at(text, trimmed(text, line.start, line.end))
