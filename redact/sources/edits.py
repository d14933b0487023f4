"""Replacing spans of a text."""

from __future__ import annotations

from collections.abc import Iterable

from redact.sources.span import Span
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the characters of ``span`` with ``text``; an empty span inserts."""

    span: Span
    text: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with every edit applied; all spans are offsets into the original text.

    Raises `ValueError` when two edits overlap, since the result would depend on their order.
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.end)):
        if edit.span.start < done:
            raise ValueError(f"edits overlap at {edit.span.start}")
        pieces += (text[done : edit.span.start], edit.text)
        done = edit.span.end
    return "".join((*pieces, text[done:]))
