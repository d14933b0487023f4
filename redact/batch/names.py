"""Finding who is named in many documents."""

from __future__ import annotations

from dataclasses import dataclass

from redact.batch.inputs import Input
from redact.documents import parse
from redact.persons import find_mentions
from redact.persons.mention import Mention
from redact.sources import Source


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of one document, in order of place."""

    source: Source
    mentions: tuple[Mention, ...]


def find_names(kind: str | None, register: str | None, document: Input) -> Named:
    """Who is named in one document; the language model is loaded once per process."""
    source = document.read()
    return Named(source, find_mentions(parse(source, kind=kind, register=register)))
