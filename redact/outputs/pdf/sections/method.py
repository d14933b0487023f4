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
        story += [_command(verify_command(document)) for document in copies[:1]]
        story += after
    if context.missing:
        story += [*context.small_heading("missing_heading"), _missing(context)]
    yield story


def verify_command(document: RecordedDocument) -> str:
    """What to type, in the folder the outputs were written to, to repeat the proof."""
    name = document.original.name
    words = [
        "redact", "verify", f"public/{name}", "--record", f"internal/{name}.record.json",
        "--original", f"ORIGINALS/{name}",
    ]  # fmt: skip
    return shlex.join(words)


def _command(command: str) -> Paragraph:
    return Paragraph(markup(command, fonts.MONO), styles.COMMAND)


def _missing(context: Context) -> Paragraph:
    shown = ", ".join(context.missing[:40])
    if len(context.missing) > 40:
        shown += context.layout.label("and_more", number=len(context.missing) - 40)
    text = context.layout.statement("missing", characters=shown)
    return Paragraph(markup(text, fonts.SERIF), styles.BODY)
