"""What copying and release left on a record: debris of copying and release stamps."""

from __future__ import annotations

from redact.sources import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A kind of debris left by copying, and every place where it occurs."""

    kind: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ReleaseStamp:
    """A statement that the record was declassified or released.

    ``kind`` is ``declassified``, ``released-in-full``, ``released-in-part``, ``denied`` or
    ``cancelled`` (the header of a public copy that this tool wrote). ``by``, ``on`` and
    ``authority`` are ``None`` where the stamp does not state them.
    """

    span: Span
    kind: str
    by: str | None = None
    on: str | None = None
    authority: str | None = None
