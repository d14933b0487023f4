"""The lines of the body, apart from what interrupts it and from the signature under it."""

from __future__ import annotations

from redact.documents.layout import Layout
from redact.documents.lines import TextLine, fold_space
from redact.documents.model import Segment
from redact.documents.signature import find_signature
from redact.documents.telegram_model import Line
from redact.sources import Span


def read_body(layout: Layout) -> tuple[list[TextLine], Line | None]:
    """The body's lines, blank ones among them, and the signature that was cut from their end.

    Page headings, banners and headers of further sections count as one blank line each.
    """
    body: list[TextLine] = []
    for stretch in layout.stretches:
        if stretch.kind == "body":
            body += layout.lines[stretch.first : stretch.last]
        elif body:
            start = layout.lines[stretch.first].start
            body.append(TextLine(start, start, start, ""))
    _drop_blank_end(body)
    signature = find_signature(layout.text, body[-1]) if body else None
    if signature is not None:
        last = body.pop()
        words = fold_space(layout.text[last.start : signature.span.start])
        if words:
            end = signature.span.start
            body.append(last._replace(end=end, stop=end, head=last.head[: len(words)]))
        _drop_blank_end(body)
    return body, signature


def _drop_blank_end(body: list[TextLine]) -> None:
    while body and not body[-1].head:
        body.pop()


def read_segments(layout: Layout, signature: Line | None) -> tuple[Segment, ...]:
    """The stretches as tiles of the text, the signature cut out of the body it stands in."""
    found: list[Segment] = []
    for stretch in layout.stretches:
        start, stop = layout.lines[stretch.first].start, layout.lines[stretch.last - 1].stop
        cut = signature.span.start if signature else stop
        if stretch.kind != "body" or not start <= cut < stop:
            found.append(Segment(Span(start, stop), stretch.kind))
            continue
        if start < cut:
            found.append(Segment(Span(start, cut), "body"))
        found.append(Segment(Span(cut, stop), "signature"))
    return tuple(found)
