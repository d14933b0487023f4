"""What was examined, by what means, and what was not."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable, Paragraph

from redact.outputs.audit import RecordedDocument
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
    font = styles.MONO.fontName
    return f'<font name="{font}" size="7">{markup(sha256, font)}</font>'


def _unexamined(context: Context) -> list[Flowable]:
    layout = context.layout
    head = context.small_heading("not_examined")
    if not context.is_internal:
        return [*head, *context.paragraphs("unexamined_withheld")]
    documents: dict[str, list[RecordedDocument]] = {}
    for document in context.report.documents:
        for what in document.not_examined:
            documents.setdefault(what, []).append(document)
    if not documents:
        return [*head, *context.paragraphs("unexamined_none")]
    rows = [[cell(what), rich(_which(context, where))] for what, where in documents.items()]
    columns = [Column(layout.label("what"), 38), Column(layout.label("documents"), 24)]
    return [*head, *grid(columns, rows, context.width)]


def _which(context: Context, documents: list[RecordedDocument]) -> str:
    """The documents by number, as links; all of them, or very many, by their count."""
    if len(documents) == len(context.report.documents):
        return markup(context.layout.label("all_documents"), styles.CELL.fontName)
    links = [
        context.link(document_key(document), str(document.number), "worksheets")
        for document in documents[:24]
    ]
    if more := documents[24:]:
        links.append(
            markup(context.layout.label("and_more", number=len(more)), styles.CELL.fontName)
        )
    return ", ".join(links)
