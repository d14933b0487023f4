"""The chain of records: each names the hash of the one before it."""

from __future__ import annotations

from redact.outputs.audit.model import AuditReport
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Chain:
    """How the chain stands: whether it is whole, and the hash of its last record.

    ``head`` is ``None`` where the chain is broken or empty.
    """

    is_whole: bool
    head: str | None


def follow_chain(report: AuditReport) -> Chain:
    """The chain through the records, from the one that has none before it to the last."""
    after = {document.previous: document.record_sha256 for document in report.documents}
    head: str | None = None
    for _ in report.documents:
        if head not in after:
            return Chain(False, None)
        head = after[head]
    # Two records after the same one leave fewer links than records.
    return Chain(len(after) == len(report.documents), head)
