"""The audit report as one self-contained HTML file."""

from redact.outputs.html.page import render

__all__ = ["render"]
