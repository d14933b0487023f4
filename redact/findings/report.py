"""The result of a check: the value that every output renders."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from redact.findings.model import Finding
from redact.findings.severity import Severity
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Unexamined:
    """A document that could not be examined: what is wrong and how to fix it."""

    path: str
    what: str
    hint: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        """Path, what and hint, as in ``redact/findings/v1``."""
        return {"path": self.path, "what": self.what, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know about the check itself: a waiver that no longer applies, what
    was left out. ``path`` is the file concerned, if there is one.
    """

    what: str
    path: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.what}" if self.path else self.what

    @property
    def severity(self) -> Severity:
        """A warning about a file that needs work; else a note on how the check was done."""
        return Severity.WARNING if self.path else Severity.NOTE

    def to_dict(self) -> dict[str, str | None]:
        """Path, what and hint, as in ``redact/findings/v1``."""
        return {"path": self.path, "what": self.what, "hint": self.hint}


@dataclass(frozen=True, slots=True)
class ExaminedDocument:
    """A document that was examined: its kind and the name and version of the policy.

    ``banner_found`` is its overall marking and ``banner_required`` the roll-up of its portions,
    both ``None`` where either cannot be read; ``banner_differs``: the first is lower, or certainly
    higher, than the second. For people only: program identifiers are words of the document.
    """

    path: str
    sha256: str
    kind: str
    policy: str
    banner_found: str | None = None
    banner_required: str | None = None
    banner_differs: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The size of a report in counts. ``severities`` counts the findings that are not waived,
    ``waived`` the others by the word of their waiver; ``unmarked`` documents have no markings.
    """

    documents: int
    unmarked: int
    severities: Mapping[Severity, int]
    waived: Mapping[str, int]
    errors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of checking a set, documents and findings in order of path and position.

    ``documents`` and ``findings`` can be iterated repeatedly but need not be in memory.
    """

    tool: str
    as_of: datetime.date
    stage: str
    documents: Iterable[ExaminedDocument]
    findings: Iterable[Finding]
    errors: tuple[Unexamined, ...]
    skipped: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()

    def by_document(self) -> Iterator[tuple[ExaminedDocument, tuple[Finding, ...]]]:
        """Each document with its findings."""
        groups = groupby(self.findings, lambda finding: finding.path)
        path, found = next(groups, (None, iter(())))
        for document in self.documents:
            own: tuple[Finding, ...] = ()
            if path == document.path:
                own = tuple(found)
                path, found = next(groups, (None, iter(())))
            yield document, own

    def tally(self) -> Tally:
        """The counts of the report, computed in one pass."""
        kinds: Counter[str] = Counter()
        severities: Counter[Severity] = Counter()
        waived: Counter[str] = Counter()
        for document, findings in self.by_document():
            kinds[document.kind] += 1
            for finding in findings:
                if finding.waiver is None:
                    severities[finding.severity] += 1
                else:
                    waived[finding.waiver.word] += 1
        return Tally(
            documents=kinds.total(),
            unmarked=kinds["text"],
            severities=severities,
            waived=waived,
            errors=len(self.errors),
        )

    def to_dict(self) -> dict[str, Any]:
        """The report as ``redact/findings/v1``."""
        parts = self.parts()
        return {k: list(v) if isinstance(v, Iterator) else v for k, v in parts.items()}

    def parts(self) -> dict[str, Any]:
        """The same with iterators in place of the lists that may be long."""
        return {
            "format": "redact/findings/v1",
            "tool": self.tool,
            "as_of": self.as_of.isoformat(),
            "stage": self.stage,
            "documents": (
                {"path": d.path, "sha256": d.sha256, "kind": d.kind, "policy": d.policy}
                for d in self.documents
            ),
            "findings": (f.to_dict() for f in self.findings),
            "errors": [e.to_dict() for e in self.errors],
            "notices": [n.to_dict() for n in self.notices],
        }
