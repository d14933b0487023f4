"""What a rule may look at."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from redact.documents.model import Document
from redact.markings.register import Register
from redact.sources import Span
from redact.values import dataclass

STAGES = ("draft", "record", "release")


@dataclass(frozen=True, slots=True)
class Withheld:
    """One deletion: its span in the original, and the span of its label in the public copy.

    ``reasons`` are exemptions as in the policy, ``amount`` is as in the label; ``person``
    distinguishes a withheld name from withheld text.
    """

    original: Span
    public: Span
    reasons: tuple[str, ...]
    amount: str
    person: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """How the document under examination was made, when it is a public copy made by this tool.

    ``edited`` pairs each span of the original with its replacement in the public copy where they
    differ though nothing was withheld: the header, canceled banner lines. ``kept`` are spans of the
    public copy that were reviewed and left in. ``named_elsewhere`` lists, for each sibling in
    order, the spans that still name a person; ``None`` means not known.
    """

    original: Document
    withheld: tuple[Withheld, ...]
    edited: tuple[tuple[Span, Span], ...] = ()
    kept: tuple[Span, ...] = ()
    named_elsewhere: tuple[tuple[Span, ...], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A document and everything else a rule may know: no file, no clock, no policy.

    ``stage`` is one of `STAGES`; ``as_of`` the day date rules are checked against; ``params`` the
    rule's own settings from the policy, completed by its defaults; ``siblings`` the other documents
    of the set, for rules about sets; ``publication`` is set when a public copy is examined.
    """

    document: Document
    register: Register
    stage: str
    as_of: datetime.date
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    siblings: tuple[Document, ...] = ()
    publication: Publication | None = None
