"""A reference number for a report, derived from its content."""

from __future__ import annotations

import hashlib

from redact.outputs.audit.model import AuditReport


def report_reference(report: AuditReport) -> str:
    """Sixteen hexadecimal digits that change with any value of the report.

    Only values of this edition are used, so that the releasable one reveals nothing of the other.
    """
    digest = hashlib.sha256(f"{report.edition} {report.tools} {report.as_of}".encode())
    for document in report.documents:
        digest.update(repr(document).encode("utf-8", "surrogatepass"))
    return "-".join(digest.hexdigest()[n : n + 4] for n in range(0, 16, 4))
