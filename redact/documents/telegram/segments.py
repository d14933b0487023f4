"""The stretches of a telegram as segments, the signature separate from the body."""

from __future__ import annotations

from redact.documents.division.layout import Layout
from redact.documents.lines import line_at
from redact.documents.model import Segment
from redact.documents.telegram_model import Line
from redact.sources import Span


def read_segments(layout: Layout, signature: Line | None) -> tuple[Segment, ...]:
    """The stretches as tiles of the text, with the signature cut out of the body around it."""
    found: list[Segment] = []
    for stretch in layout.stretches:
        start, stop = layout.lines[stretch.first].start, layout.lines[stretch.last - 1].stop
        cut = signature.span.start if signature else stop
        if stretch.kind != "body" or not start <= cut < stop:
            found.append(Segment(Span(start, stop), stretch.kind))
            continue
        if start < cut:
            found.append(Segment(Span(start, cut), "body"))
        below = layout.lines[line_at(layout.lines, cut)].stop
        if not layout.text[below:stop].strip():
            below = stop
        found.append(Segment(Span(cut, below), "signature"))
        if below < stop:
            found.append(Segment(Span(below, stop), "body"))
    return tuple(found)
