"""What was examined, by what means, and what was not."""

from __future__ import annotations

from collections.abc import Iterator

from redact.outputs.audit.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Grid,
    Paragraph,
    Row,
    Run,
    Subheading,
    cell,
    text,
)
from redact.outputs.audit.context import Context, count, document_key
from redact.outputs.audit.model import RecordedDocument, UsedPolicy

MOST_LINKS = 24


def scope(context: Context) -> Iterator[Block]:
    """Scope and time base, then what was not examined."""
    report, label = context.report, context.layout.label
    stages = sorted({document.stage or "" for document in report.documents} - {""})
    yield context.section("scope")
    yield from context.paragraphs("scope")
    if volume := context.volume:
        span = label("volume_span", first=f"{volume.first:,}", last=f"{volume.last:,}")
        documents = count(volume.whole.documents, "document")
        statement = context.layout.statement("volume", span=span, documents=documents)
        yield Paragraph(text(statement), "strong")
    yield Facts(
        (
            (label("documents"), cell(count(len(report.documents), "document"))),
            (label("as_of"), cell(", ".join(report.as_of))),
            (label("stage"), cell(", ".join(stages))),
            *((label("policy"), _policy(context, policy)) for policy in report.policies),
            *((label("profile"), _policy(context, profile)) for profile in report.profiles),
            (label("tool"), cell(", ".join(report.tools))),
            *(
                (label("model"), _hashed(f"{model.name} {model.version}", model.sha256))
                for model in report.models
            ),
        )
    )
    yield from _unexamined(context)


def _policy(context: Context, policy: UsedPolicy) -> Cell:
    named, *sha256 = _hashed(f"{policy.name} {policy.version}", policy.sha256)
    if len(policy.chain) < 2:
        return (named, *sha256)
    made_of = context.layout.label("chain_of", chain=", ".join(policy.chain))
    return (named, text(made_of), *sha256)


def _hashed(name: str, sha256: str | None) -> Cell:
    return (text(name), text(sha256, "mono")) if sha256 else (text(name),)


def _unexamined(context: Context) -> Iterator[Block]:
    label = context.layout.label
    yield Subheading(label("not_examined"))
    if not context.is_internal:
        yield from context.paragraphs("unexamined_withheld")
        return
    documents: dict[str, list[RecordedDocument]] = {}
    for document in context.report.documents:
        for what in document.not_examined:
            documents.setdefault(what, []).append(document)
    if not documents:
        yield from context.paragraphs("unexamined_none")
        return
    yield Grid(
        (Column(label("what"), 38), Column(label("documents"), 24)),
        tuple(Row((cell(what), _which(context, where))) for what, where in documents.items()),
    )


def _which(context: Context, documents: list[RecordedDocument]) -> Cell:
    """The documents by number, as links; all of them, or very many, by their count."""
    if len(documents) == len(context.report.documents):
        return cell(context.layout.label("all_documents"))
    runs: list[Run] = []
    for document in documents[:MOST_LINKS]:
        runs += [Run(", ")] if runs else []
        runs.append(Run(str(document.number), target=context.target(document_key(document))))
    if more := len(documents[MOST_LINKS:]):
        runs.append(Run(", " + context.layout.label("and_more", number=more)))
    return (tuple(runs),)
