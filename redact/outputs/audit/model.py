"""What an audit report states: frozen values read from audit records.

``None`` means *not stated in this report*: the record did not say, or the releasable edition may
not. Places (``start``, ``line``) are those of the original text.
"""

from __future__ import annotations

from redact.values import dataclass

OUTCOMES = ("released-in-full", "released-in-part", "not-released")
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class UsedPolicy:
    """A policy or profile that was applied; ``sha256`` is over the files in ``chain``."""

    name: str
    version: str
    sha256: str
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsedModel:
    """A language model that was used to find names."""

    name: str
    version: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class File:
    """A file by name and, in the internal edition, by hash and length in code points."""

    name: str
    sha256: str | None = None
    characters: int | None = None


@dataclass(frozen=True, slots=True)
class GateReason:
    """Why no public copy was made, and what to do about it."""

    rule: str
    why: str
    remedy: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPortion:
    """A portion, the level it was handled at and what was decided about it."""

    number: str
    kind: str
    mark: str | None
    level: str | None
    decision: str
    reasons: tuple[str, ...]
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """One withheld span; ``portion`` is the one containing it, ``None`` outside all portions."""

    line: int | None
    reasons: tuple[str, ...]
    causes: tuple[str, ...]
    decided_by: str | None
    amount: str | None
    portion: RecordedPortion | None


@dataclass(frozen=True, slots=True)
class CitedExemption:
    """An exemption claimed in a document, as the policy titles and cites it."""

    code: str
    title: str
    cite: str

    def is_claimed_by(self, reason: str) -> bool:
        """Whether a reason claims it: reasons begin with the code."""
        return reason == self.code or reason.startswith(f"{self.code} ")


@dataclass(frozen=True, slots=True)
class Remark:
    """A span that was considered and kept, or left to the reviewer: its position and why."""

    line: int | None
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordedWaiver:
    """An accepted finding; ``expires`` is an ISO date."""

    reason: str
    approver: str
    expires: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFinding:
    """A finding as recorded; ``authority`` holds the citations."""

    rule: str
    severity: str
    line: int | None
    column: int | None
    message: str
    authority: tuple[str, ...]
    remedy: str | None
    waiver: RecordedWaiver | None
    stage: str | None


@dataclass(frozen=True, slots=True)
class Check:
    """One check of the public copy against the original, and its result."""

    name: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDocument:
    """Everything that one audit record states, in the terms of a review worksheet."""

    number: int
    original: File
    public: File | None
    kind: str | None
    classification: str | None
    captions: tuple[str, ...]
    message_number: str | None
    date: str | None
    declassify_on: str | None
    classified_reasons: tuple[str, ...]
    outcome: str
    gate: tuple[GateReason, ...]
    banner_found: str | None
    banner_required: str | None
    portions: tuple[RecordedPortion, ...]
    deletions: tuple[Deletion, ...]
    exemptions: tuple[CitedExemption, ...]
    asked: tuple[Remark, ...]
    kept: tuple[Remark, ...]
    edits: tuple[str, ...]
    findings: tuple[RecordedFinding, ...]
    not_examined: tuple[str, ...]
    statement: str | None
    verification: str
    checks: tuple[Check, ...]
    stage: str | None
    policy: UsedPolicy
    profile: UsedPolicy
    previous: str | None
    record_sha256: str | None = None

    def count(self, severity: str) -> int:
        """Number of findings of a severity that are not waived."""
        return sum(f.severity == severity and f.waiver is None for f in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """A set of recorded documents in the order of their paths, numbered from 1."""

    edition: str
    tools: tuple[str, ...]
    as_of: tuple[str, ...]
    policies: tuple[UsedPolicy, ...]
    profiles: tuple[UsedPolicy, ...]
    models: tuple[UsedModel, ...]
    documents: tuple[RecordedDocument, ...]

    def unwaived(self, severity: str) -> int:
        """Number of findings of a severity, in all documents, that are not waived."""
        return sum(document.count(severity) for document in self.documents)
