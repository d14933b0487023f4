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
    """One deletion: where it was in the original, where its label stands in the public copy.

    ``reasons`` are exemptions as in the policy, ``amount`` as in the label; ``person`` tells a
    withheld name from withheld text.
    """

    original: Span
    public: Span
    reasons: tuple[str, ...]
    amount: str
    person: bool


@dataclass(frozen=True, slots=True)
class Publication:
    """How the document under examination was made, when it is a public copy of ours.

    ``edited`` pairs each stretch of the original with what stands for it in the public copy where
    the copy differs and nothing was withheld: the header, cancelled banner lines. ``kept`` are
    stretches of the public copy that were looked at and left to stand. ``named_elsewhere`` are, for
    each sibling in order, its stretches that still name a person; ``None``: that is not known.
    """

    original: Document
    withheld: tuple[Withheld, ...]
    edited: tuple[tuple[Span, Span], ...] = ()
    kept: tuple[Span, ...] = ()
    named_elsewhere: tuple[tuple[Span, ...], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A document and all that a rule may know besides: no file, no clock, no policy.

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
