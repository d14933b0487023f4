"""Documents as bytes and text: reading and writing files, text offsets, folding, edits."""

from redact.sources.edits import Edit, apply_edits
from redact.sources.read import read, read_bytes, write_bytes
from redact.sources.source import Source, TextOrigin
from redact.sources.span import Span, join_spans

__all__ = [
    "Edit",
    "Source",
    "Span",
    "TextOrigin",
    "apply_edits",
    "join_spans",
    "read",
    "read_bytes",
    "write_bytes",
]
