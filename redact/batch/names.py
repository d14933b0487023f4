"""Finding the names in many documents."""

from __future__ import annotations

from redact.batch.inputs import Input
from redact.documents import parse
from redact.persons import Models, NotPerson, examine, not_persons
from redact.persons.mention import Mention
from redact.sources import Source
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of one document, in document order.

    ``not_persons``: words that were rejected as names, only if explanations were requested.
    """

    source: Source
    mentions: tuple[Mention, ...]
    not_persons: tuple[NotPerson, ...] | None = None


def find_names(
    kind: str | None, register: str | None, explain: bool, models: Models, document: Input
) -> Named:
    """The mentions in one document; the language models are loaded once per process."""
    source = document.read()
    examined = examine(parse(source, kind=kind, register=register), models)
    return Named(source, examined.mentions, not_persons(examined) if explain else None)
