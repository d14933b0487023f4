"""The audit report as PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from redact.outputs.audit.layout import Layout

__all__ = ["render"]


def render(
    records: Sequence[Mapping[str, Any]],
    *,
    layout: Layout | None = None,
    edition: str = "internal",
    record_sha256: Sequence[str] = (),
) -> bytes:
    """The audit report on these records (``redact/audit-record/v1``) as a PDF file.

    ``layout`` is the shipped one unless given; ``edition`` is ``internal`` or ``releasable``;
    ``record_sha256`` are the hashes of the record files in the order of ``records``, from which
    the chain is shown. The same values give the same bytes. Raises `UsageError` for a record of
    another format and for an unknown edition.
    """
    # Only here: importing reportlab takes longer than checking a document.
    from redact.outputs.pdf.assemble import render_records

    return render_records(records, layout=layout, edition=edition, record_sha256=record_sha256)
