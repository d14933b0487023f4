"""Arithmetic with stretches of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redact.sources import Span


def subtract(span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """What is left of ``span`` without the holes, in order, no empty piece."""
    start = span.start
    for hole in sorted(holes):
        if hole.end <= start:
            continue
        if hole.start >= span.end:
            break
        if hole.start > start:
            yield Span(start, hole.start)
        start = hole.end
    if start < span.end:
        yield Span(start, span.end)


def trimmed(span: Span, text: str) -> Span | None:
    """``span`` without white space at its ends, ``None`` when it holds nothing else."""
    inside = span.of(text)
    stripped = inside.strip()
    if not stripped:
        return None
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(stripped))


def covered(span: Span, by: Iterable[Span]) -> bool:
    """Whether every character of ``span`` lies in one of the spans of ``by``."""
    return not any(True for _ in subtract(span, by))
