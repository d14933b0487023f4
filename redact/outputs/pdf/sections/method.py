"""How the results came about, what they do not say, and how to repeat the proof."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph

from redact.outputs.audit import RecordedDocument
from redact.outputs.pdf import fonts, styles
from redact.outputs.pdf.context import Context
from redact.outputs.pdf.text import markup


def method(context: Context) -> Iterator[list[Flowable]]:
    """Method, limits, verification, and characters that could not be drawn."""
    story = [
        *context.section("method"),
        *context.small_heading("method_heading"),
        *context.paragraphs("method"),
        *context.small_heading("limits_heading"),
        *context.paragraphs("limits"),
        *context.small_heading("verify_heading"),
    ]
    copies = [d for d in context.report.documents if d.public is not None]
    if not context.is_internal:
        story += context.paragraphs("verify_releasable")
    else:
        before, *after = context.paragraphs("verify")
        story.append(before)
        shortest = sorted(copies, key=lambda document: len(document.original.name))
        story += [_command(verify_command(document)) for document in shortest[:1]]
        story += after
    if context.missing:
        story += [*context.small_heading("missing_heading"), _missing(context)]
    yield story


def verify_command(document: RecordedDocument) -> tuple[str, ...]:
    """What to type, in the folder the outputs were written to, to repeat the proof; by lines."""
    original = document.original.name
    public = document.public.name if document.public else original
    return (
        shlex.join(("redact", "verify", f"public/{public}")) + " \\",
        shlex.join(("--record", f"internal/{original}.record.json")) + " \\",
        shlex.join(("--original", f"ORIGINALS/{original}")),
    )


def _command(lines: tuple[str, ...]) -> Paragraph:
    return Paragraph("<br/>".join(markup(line, fonts.MONO) for line in lines), styles.COMMAND)


def _missing(context: Context) -> Paragraph:
    shown = ", ".join(context.missing[:40])
    if len(context.missing) > 40:
        shown += " " + context.layout.label("and_more", number=len(context.missing) - 40)
    text = context.layout.statement("missing", characters=shown)
    return Paragraph(markup(text, fonts.SERIF), styles.BODY)
