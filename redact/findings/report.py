"""What a check has to tell: the value every output renders."""

from __future__ import annotations

import datetime
from typing import Any

from redact.findings.model import Finding
from redact.findings.severity import Severity
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Unexamined:
    """A document that could not be examined: what is wrong and how to go on."""

    path: str
    what: str
    hint: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        """Path, what and hint, as in ``redact/findings/v1``."""
        return {"path": self.path, "what": self.what, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the check itself that its reader must know: leave that no longer serves, what
    was left out. ``path`` is the file it is about, if there is one.
    """

    what: str
    path: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.what}" if self.path else self.what

    def to_dict(self) -> dict[str, str | None]:
        """Path, what and hint, as in ``redact/findings/v1``."""
        return {"path": self.path, "what": self.what, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class ExaminedDocument:
    """A document that was examined: its kind and the name and version of the policy.

    ``banner_found`` is its overall marking and ``banner_required`` what its portions come to, both
    ``None`` where one of them cannot be read; ``banner_differs``: the first says less than the
    second, or surely more. For people only: identifiers of programs are words of the document.
    """

    path: str
    sha256: str
    kind: str
    policy: str
    banner_found: str | None = None
    banner_required: str | None = None
    banner_differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of checking a set, documents and findings in order of path and place."""

    tool: str
    as_of: datetime.date
    stage: str
    documents: tuple[ExaminedDocument, ...]
    findings: tuple[Finding, ...]
    errors: tuple[Unexamined, ...]
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity that are not waived."""
        return sum(f.severity is severity and not f.is_waived for f in self.findings)

    def to_dict(self) -> dict[str, Any]:
        """The report as ``redact/findings/v1``."""
        return {
            "format": "redact/findings/v1",
            "tool": self.tool,
            "as_of": self.as_of.isoformat(),
            "stage": self.stage,
            "documents": [
                {"path": d.path, "sha256": d.sha256, "kind": d.kind, "policy": d.policy}
                for d in self.documents
            ],
            "findings": [f.to_dict() for f in self.findings],
            "errors": [e.to_dict() for e in self.errors],
            "notices": [n.to_dict() for n in self.notices],
        }
