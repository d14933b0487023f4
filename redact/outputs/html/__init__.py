"""The audit report as one HTML file that needs nothing beside it."""

from redact.outputs.html.page import render

__all__ = ["render"]
