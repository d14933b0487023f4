"""What was examined, by what means, and what was not."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph

from redact.outputs.audit.model import UsedPolicy
from redact.outputs.pdf import styles
from redact.outputs.pdf.context import Context, count, document_key
from redact.outputs.pdf.tables import Column, cell, facts, grid, rich
from redact.outputs.pdf.text import markup


def scope(context: Context) -> Iterator[list[Flowable]]:
    """Scope and time base, then what was not examined."""
    report, layout = context.report, context.layout
    stages = sorted({document.stage or "" for document in report.documents} - {""})
    pairs = [
        (layout.label("documents"), cell(count(len(report.documents), "document"))),
        (layout.label("as_of"), cell(", ".join(report.as_of))),
        (layout.label("stage"), cell(", ".join(stages))),
        *((layout.label("policy"), _policy(context, policy)) for policy in report.policies),
        *((layout.label("profile"), _policy(context, profile)) for profile in report.profiles),
        (layout.label("tool"), cell(", ".join(report.tools))),
    ]
    for model in report.models:
        shown = markup(f"{model.name} {model.version}", styles.CELL.fontName)
        if model.sha256:
            shown += f"<br/>{_hash(model.sha256)}"
        pairs.append((layout.label("model"), rich(shown)))
    yield [
        *context.section("scope"),
        *context.paragraphs("scope"),
        facts(pairs, context.width),
        *_unexamined(context),
    ]


def _policy(context: Context, policy: UsedPolicy) -> Paragraph:
    font = styles.CELL.fontName
    lines = [markup(f"{policy.name} {policy.version}", font)]
    if len(policy.chain) > 1:
        chain = ", ".join(policy.chain)
        lines.append(markup(context.layout.label("chain_of", chain=chain), font))
    lines.append(_hash(policy.sha256))
    return rich("<br/>".join(lines))


def _hash(sha256: str) -> str:
    return f'<font name="{styles.MONO.fontName}" size="7">{markup(sha256, styles.MONO.fontName)}</font>'


def _unexamined(context: Context) -> list[Flowable]:
    layout = context.layout
    head = context.small_heading("not_examined")
    if not context.is_internal:
        return [*head, *context.paragraphs("unexamined_withheld")]
    rows = [
        [
            cell(document.number, styles.CELL_RIGHT),
            rich(
                context.link(
                    document_key(document),
                    markup(context.name(document), styles.CELL.fontName),
                    "worksheets",
                )
            ),
            cell(what),
        ]
        for document in context.report.documents
        for what in document.not_examined
    ]
    if not rows:
        return [*head, *context.paragraphs("unexamined_none")]
    columns = [
        Column(layout.label("number"), 3, right=True),
        Column(layout.label("document"), 22),
        Column(layout.label("not_examined"), 40),
    ]
    return [*head, *grid(columns, rows, context.width)]
