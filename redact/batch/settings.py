"""The settings of plan, apply and release, and the policies that they select."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Any

from redact.findings import Waiver
from redact.persons.models import Models
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.policy.profiles import combine
from redact.redaction.model import Declassification
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishSettings:
    """The settings of plan, apply and release; ``output`` is the folder of ``-o``.

    ``plan_file`` and ``entries`` are the file name of a reviewer's plan and its entries, keyed by
    the SHA-256 of the original.
    """

    as_of: datetime.date
    output: Path = Path()
    policy: str | None = None
    kind: str | None = None
    register: str | None = None
    models: Models = Models()
    waivers: tuple[Waiver, ...] = ()
    evidence: Declassification | None = None
    force: bool = False
    plan_file: str | None = None
    entries: Mapping[str, dict[str, Any]] = field(default_factory=dict)


@lru_cache(maxsize=16)
def policies_for(kind: str, named: str | None, issuer: str | None = None) -> tuple[Policy, Policy]:
    """The rule profile for originals and the withholding policy, loaded once per process."""
    return combine(kind, load_policy(named) if named else None, issuer=issuer)


def release_policy() -> Policy:
    """The rules for checking public copies."""
    return load_policy("public-release")


@lru_cache(maxsize=16)
def policy_digest(named: str) -> str:
    """The SHA-256 over the files of a policy, read once per process."""
    return load_policy(named).sha256
