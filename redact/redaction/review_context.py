"""The context of a review, which its record states: policies, day, language models, public copy."""

from __future__ import annotations

import datetime
from typing import Protocol

from redact.policy.model import Policy
from redact.values import dataclass

NOT_EXAMINED = (
    "attachments, enclosures and documents that the text refers to",
    "whether a passage identifies a person without naming one",
    "whether other documents show a withheld passage, or documents outside the set a withheld name",
)


class Model(Protocol):
    """A language model as the record names it."""

    @property
    def name(self) -> str:
        """Name of its package."""

    @property
    def version(self) -> str:
        """Version of its package."""

    @property
    def sha256(self) -> str:
        """SHA-256 over its files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewContext:
    """Under which policies a document was reviewed, on which day and with which models.

    ``policy`` says what is withheld, ``profile`` which rules the marks were checked by.
    """

    policy: Policy
    profile: Policy
    as_of: datetime.date
    models: tuple[Model, ...] = ()
    not_examined: tuple[str, ...] = NOT_EXAMINED


@dataclass(frozen=True, slots=True)
class PublicCopy:
    """The public copy as it stands on disk: its name below the folder of public copies."""

    name: str
    data: bytes
    text: str
