"""The audit report as PDF."""

from __future__ import annotations

from collections.abc import Iterable

from redact.outputs.audit.context import Context

__all__ = ["render"]


def render(context: Context, attachments: Iterable[tuple[str, bytes]] = ()) -> bytes:
    """The report as a tagged PDF/A-3b file; the same values give the same bytes.

    ``attachments`` are names and contents of the record files, which go into the internal edition
    only: a record contains hashes, sizes and offsets of the original.
    """
    # Only here: importing reportlab takes longer than checking a document.
    from redact.outputs.pdf.assemble import render_report

    return render_report(context, attachments if context.is_internal else ())
