"""Documents for tests about names: a text with no structure, and marks around the names in it."""

from __future__ import annotations

import re

from data_files import read_data

from redact.documents.model import Document, Segment
from redact.sources import Source, Span

_MARK = re.compile(r"\[\[|\]\]")


def prose(text: str) -> Document:
    """A document that is one stretch of body text."""
    segments = (Segment(Span(0, len(text)), "body"),) if text else ()
    source = Source.from_text(text)
    return Document(source=source, kind="memorandum", register="us", segments=segments)


def unmarked(marked: str) -> tuple[str, list[str]]:
    """The text without its marks, and what stood between them."""
    return _MARK.sub("", marked), re.findall(r"\[\[(.*?)\]\]", marked, re.DOTALL)


def cases(name: str) -> list[tuple[str, str, str]]:
    """Group, name and marked text of every case in a file of cases."""
    read = read_data(f"cases_persons/{name}.yaml")
    return [(group, case, text) for group, group_ in read.items() for case, text in group_.items()]
