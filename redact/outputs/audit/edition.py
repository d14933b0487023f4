"""The releasable edition: the report without anything that helps to guess what was withheld.

A hash of an original confirms a guess; its length, an offset or a line number narrows one; the
cause of a deletion reveals who is named twice; findings about the public copy say where to
look. They are removed here, from the values, so that no renderer can print them by mistake.
"""

from __future__ import annotations

from dataclasses import replace

from redact.errors import UsageError
from redact.outputs.audit.model import (
    AuditReport,
    Deletion,
    File,
    RecordedDocument,
    RecordedFinding,
    RecordedPortion,
)

_NAME_IN_PATH = "red-metadata-leak"

EDITIONS = ("internal", "releasable")


def in_edition(report: AuditReport, edition: str) -> AuditReport:
    """The report in that edition. Raises `UsageError` for an unknown one."""
    if edition not in EDITIONS:
        raise UsageError(f"unknown edition '{edition}'", hint=f"one of: {', '.join(EDITIONS)}")
    return releasable(report) if edition == "releasable" else report


def releasable(report: AuditReport) -> AuditReport:
    """The report as it may leave the office together with the public copies."""
    return replace(
        report,
        edition="releasable",
        documents=tuple(_document(document) for document in report.documents),
    )


def _document(document: RecordedDocument) -> RecordedDocument:
    # For a document nobody may see, not even the number of paragraphs may be shown.
    is_public = document.public is not None
    is_named = is_public and all(finding.rule != _NAME_IN_PATH for finding in document.findings)
    shown = document.portions if is_public else ()
    portions = {id(portion): _portion(portion) for portion in document.portions}
    return replace(
        document,
        # A document without a public copy is identified by its message number, not by a file name
        # nobody has reviewed for release; so is one whose file name reveals a withheld name.
        original=File(document.original.name if is_named else ""),
        gate=(),
        portions=tuple(portions[id(portion)] for portion in shown),
        deletions=tuple(
            _deletion(item, item.portion and portions[id(item.portion)])
            for item in document.deletions
        ),
        asked=(),
        kept=(),
        findings=tuple(
            _finding(finding) for finding in document.findings if finding.stage != "release"
        ),
        not_examined=(),
        previous=None,
        record_sha256=None,
    )


def _portion(portion: RecordedPortion) -> RecordedPortion:
    return replace(portion, line=None)


def _deletion(item: Deletion, portion: RecordedPortion | None) -> Deletion:
    # A cause identifies the same person again, or that the name repeats one withheld elsewhere.
    return replace(item, line=None, causes=(), decided_by=None, portion=portion)


def _finding(finding: RecordedFinding) -> RecordedFinding:
    # The reason and approver of a waiver were written for internal use.
    waiver = finding.waiver and replace(finding.waiver, reason="", approver="")
    return replace(finding, line=None, column=None, waiver=waiver)
