"""JSON Lines: one finding per line, for tools that read a stream."""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Report
from redact.outputs.json import line


def pieces(report: Report) -> Iterator[str]:
    """One object per line, each generated on demand.

    ``type`` is ``finding`` (with the keys of ``redact/findings/v1``), then
    ``unexamined`` for a document that could not be examined, then ``notice``.
    """
    for finding in report.findings:
        yield line({"type": "finding", **finding.to_dict()})
    for error in report.errors:
        yield line({"type": "unexamined", **error.to_dict()})
    for notice in report.notices:
        yield line({"type": "notice", **notice.to_dict()})
