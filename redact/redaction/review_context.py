"""The context of a review as its record states it: policies, date, language models, public copy."""

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
    """A language model as the record identifies it."""

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
    """Under which policies a document was reviewed, on which date and with which models.

    ``policy`` says what is withheld, ``profile`` which rules checked the marks.
    """

    policy: Policy
    profile: Policy
    as_of: datetime.date
    models: tuple[Model, ...] = ()
    not_examined: tuple[str, ...] = NOT_EXAMINED


@dataclass(frozen=True, slots=True)
class PublicCopy:
    """The public copy on disk: its name is relative to the folder of public copies."""

    name: str
    data: bytes
    text: str
