"""The audit report as PDF."""

from __future__ import annotations

from redact.outputs.audit.context import Context

__all__ = ["render"]


def render(context: Context) -> bytes:
    """The report as a PDF file; the same values give the same bytes."""
    # Only here: importing reportlab takes longer than checking a document.
    from redact.outputs.pdf.assemble import render_report

    return render_report(context)
