"""How the results came about, what they do not say, and how to repeat the proof."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from redact.outputs.audit.blocks import Block, Command, Paragraph, Subheading, text
from redact.outputs.audit.context import Context
from redact.outputs.audit.model import RecordedDocument

MOST_CHARACTERS = 40


def method(context: Context) -> Iterator[Block]:
    """Method, limits, verification, and characters that could not be drawn."""
    label = context.layout.label
    yield context.section("method")
    yield Subheading(label("method_heading"))
    yield from context.paragraphs("method")
    yield Subheading(label("limits_heading"))
    yield from context.paragraphs("limits")
    yield Subheading(label("verify_heading"))
    if context.is_internal:
        before, *after = context.paragraphs("verify")
        yield before
        copies = [d for d in context.report.documents if d.public is not None]
        if copies:
            yield Command(verify_command(min(copies, key=lambda d: len(d.original.name))))
        yield from after
    else:
        yield from context.paragraphs("verify_releasable")
    if context.missing:
        yield Subheading(label("missing_heading"))
        yield _missing(context)


def verify_command(document: RecordedDocument) -> tuple[str, ...]:
    """What to type, in the folder the outputs were written to, to repeat the proof; by lines."""
    original = document.original.name
    public = document.public.name if document.public else original
    return (
        shlex.join(("redact", "verify", f"public/{public}")) + " \\",
        shlex.join(("--record", f"internal/{original}.record.json")) + " \\",
        shlex.join(("--original", f"ORIGINALS/{original}")),
    )


def _missing(context: Context) -> Paragraph:
    shown = ", ".join(context.missing[:MOST_CHARACTERS])
    if more := len(context.missing[MOST_CHARACTERS:]):
        shown += " " + context.layout.label("and_more", number=more)
    return Paragraph(text(context.layout.statement("missing", characters=shown)))
