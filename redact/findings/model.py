"""Findings: a rule yields hits, the engine turns them into findings."""

from __future__ import annotations

import datetime
from typing import Any

from redact.findings.severity import Severity
from redact.sources import Edit, Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that belongs to a finding, and a note on what is there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a rule yields. It does not know severity, authority or file.

    ``message`` states the two facts that disagree and ``expected`` and ``found`` repeat them;
    all three hold only tokens of the registers, numbers and dates, never other text of the
    document. ``edits`` are the fix as edits of the text, where it is mechanical and needs no
    decision. ``case`` selects the severity where the policy sets one per case.
    """

    span: Span
    message: str
    fix: str | None = None
    expected: str | None = None
    found: str | None = None
    related: tuple[Label, ...] = ()
    case: str = "default"
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """The requirement a rule enforces: ``cite`` says where it is written."""

    id: str
    title: str
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """An accepted finding: who accepted it, why, until when.

    ``document`` is a path as given or the SHA-256 of the bytes. With ``sha256`` set, it applies to
    the document at that path only while its bytes have that hash. ``in_baseline``: it accepts a
    finding recorded when checking began; ``approver`` is then the owner who is to resolve it.
    """

    rule: str
    document: str
    reason: str
    approver: str
    expires: datetime.date
    sha256: str | None = None
    in_baseline: bool = False

    @property
    def word(self) -> str:
        """The word for a finding accepted by this waiver."""
        return "baseline" if self.in_baseline else "waived"

    @property
    def until(self) -> str:
        """Its word, last day and reason."""
        return f"{self.word} until {self.expires}: {self.reason}"

    @property
    def justification(self) -> str:
        """The reason, who is responsible and until when."""
        return f"{self.reason} ({'owner ' * self.in_baseline}{self.approver}, until {self.expires})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A hit with its severity and authority. ``start`` and ``end`` are (line, column) from 1.

    ``fingerprint`` names it from run to run; see `redact.findings.fingerprint`.
    """

    rule: str
    severity: Severity
    path: str
    span: Span
    start: tuple[int, int]
    end: tuple[int, int]
    message: str
    fix: str | None
    expected: str | None
    found: str | None
    authority: tuple[Authority, ...]
    related: tuple[tuple[Label, tuple[int, int], tuple[int, int]], ...]
    waiver: Waiver | None
    fingerprint: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def is_waived(self) -> bool:
        """Whether a waiver in force accepts this finding."""
        return self.waiver is not None

    def to_dict(self) -> dict[str, Any]:
        """The finding as in ``redact/findings/v1``."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "path": self.path,
            "start": _place(self.span.start, self.start),
            "end": _place(self.span.end, self.end),
            "message": self.message,
            "fix": self.fix,
            "expected": self.expected,
            "found": self.found,
            "authority": [{"id": a.id, "cite": a.cite} for a in self.authority],
            "related": [
                {
                    "message": label.message,
                    "start": _place(label.span.start, start),
                    "end": _place(label.span.end, end),
                }
                for label, start, end in self.related
            ],
            "waiver": self.waiver
            and {
                "reason": self.waiver.reason,
                "approver": self.waiver.approver,
                "expires": self.waiver.expires.isoformat(),
            },
            "fingerprint": self.fingerprint,
        }


def _place(offset: int, line_column: tuple[int, int]) -> dict[str, int]:
    return {"offset": offset, "line": line_column[0], "column": line_column[1]}
