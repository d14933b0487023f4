"""The first pass over an original, before anything is withheld: findings and mentions."""

from __future__ import annotations

from redact import engine
from redact.batch.inputs import Input
from redact.batch.settings import PublishSettings, policies_for
from redact.batch.siblings import message_id
from redact.documents import parse
from redact.documents.model import Document
from redact.findings import ExaminedDocument, Finding
from redact.markings.register import load_register
from redact.persons.known import KnownName, known_names
from redact.persons.lexicon import load_lexicon
from redact.persons.mention import Mention
from redact.persons.models import Models
from redact.policy.model import Policy
from redact.redaction.mentions import decide_mentions
from redact.redaction.spans import Cover
from redact.sources import Source
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class ExaminedOriginal:
    """What is known about one original: findings of the stage *record* and mentions, but no text.

    ``message`` is its message number.
    """

    document: ExaminedDocument
    findings: tuple[Finding, ...]
    mentions: tuple[Mention, ...]
    message: str | None


def load_names(models: Models) -> None:
    """Load what finding names needs, so that the loading time is not charged to a document.

    Raises `UsageError` for a missing model.
    """
    from redact.persons import find_mentions

    find_mentions(parse(Source.from_text("")), models)


def examine_input(settings: PublishSettings, item: Input) -> ExaminedOriginal:
    """Parse and check one original and find its names, by the policies for its kind."""
    # The language model takes seconds to load: only commands that withhold load it.
    from redact.persons import find_mentions

    source = item.read()
    document = parsed(settings, source)
    profile, _ = policies_for(document.kind, settings.policy, document.issuer)
    return ExaminedOriginal(
        document=described(document, profile),
        findings=check_original(settings, document),
        mentions=find_mentions(document, settings.models),
        message=message_id(document),
    )


def check_original(
    settings: PublishSettings, document: Document, siblings: tuple[Document, ...] = ()
) -> tuple[Finding, ...]:
    """The findings of an original; ``siblings`` are other copies or sections of its message."""
    profile, _ = policies_for(document.kind, settings.policy, document.issuer)
    return engine.check(
        document,
        profile,
        load_register(document.register),
        as_of=settings.as_of,
        waivers=settings.waivers,
        siblings=siblings,
    )


def parsed(settings: PublishSettings, source: Source) -> Document:
    """The document in a source, parsed according to the settings."""
    return parse(source, kind=settings.kind, register=settings.register)


def described(document: Document, profile: Policy) -> ExaminedDocument:
    """A document as described in reports."""
    source = document.source
    return ExaminedDocument(
        source.path, source.sha256, document.kind, f"{profile.name} {profile.version}"
    )


def withheld_names(
    settings: PublishSettings, source: Source, examined: ExaminedOriginal
) -> frozenset[KnownName]:
    """The persons whose names the policy withholds from a document."""
    _, policy = policies_for(examined.document.kind, settings.policy)
    withheld = {
        redaction.span
        for redaction in decide_mentions(examined.mentions, policy, source.text).withheld
        if redaction.is_name
    }
    cover = Cover(len(source.text), withheld)
    mentions = (m for m in examined.mentions if cover.covers(m.span))
    return known_names(source.text, mentions, load_lexicon())
