"""Making the proved public copy of one original, and its record."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from redact.batch.assignment import Assignment
from redact.batch.output_folder import RECORD_ENDING, unfinished_copy
from redact.batch.reviewed import reviewed_plan
from redact.batch.settings import PublishSettings, policies_for, release_policy
from redact.documents.model import Document
from redact.errors import UnreadableError
from redact.findings import ExaminedDocument, Finding
from redact.persons.mention import Mention
from redact.redaction.amount import NAME
from redact.redaction.model import RedactionPlan
from redact.redaction.publish import NotProved, publish
from redact.redaction.record import record_bytes
from redact.redaction.review_context import ReviewContext
from redact.redaction.spans import Cover
from redact.sources import Span, write_bytes
from redact.values import dataclass

_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class GateNote:
    """One thing that prevented a public copy of a document; ``line`` counts from 1."""

    rule: str
    why: str
    remedy: str
    line: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The outcome for one document; it contains no text.

    ``names``, ``identifiers`` and ``passages`` count what was withheld, ``asked`` what was left to
    the reviewer. ``leak`` says why the copy was not kept. ``message`` is the message number.
    ``hidden`` are the spans of the original where a name is withheld, ``left`` those where a
    person's name stays in the copy although no role permits it. ``refers_to`` are the message
    numbers among its references.
    """

    relative: str
    document: ExaminedDocument
    findings: tuple[Finding, ...]
    public_findings: tuple[Finding, ...] = ()
    leak: str | None = None
    gate: tuple[GateNote, ...] = ()
    names: int = 0
    identifiers: int = 0
    passages: int = 0
    asked: int = 0
    message: str | None = None
    hidden: tuple[Span, ...] = ()
    left: tuple[Span, ...] = ()
    refers_to: tuple[str, ...] = ()

    @property
    def is_public(self) -> bool:
        """Whether there is a public copy."""
        return not self.gate and self.leak is None

    @property
    def is_gated(self) -> bool:
        """Whether the document got no public copy because of errors in its marks."""
        return bool(self.gate)


@dataclass(frozen=True, slots=True)
class Product:
    """An outcome and the text of its record, which does not yet name a previous record."""

    outcome: Outcome
    record: str


def publish_input(settings: PublishSettings, assignment: Assignment) -> Product:
    """Write and prove the public copy of one document, and make its record.

    The copy is in `unfinished` until the records of the whole set are written. Raises
    `UsageError` for a plan file that does not fit.
    """
    from redact.persons import models_used

    item = assignment.input
    document = assignment.read(settings)
    refuse_long_name(item.name, item.relative)
    mentions = assignment.mentions_in(document)
    findings = assignment.findings_in(settings, document)
    profile, policy = policies_for(document.kind, settings.policy, document.issuer)
    try:
        published = publish(
            write_bytes(document.source.text, document.source.origins),
            document,
            mentions,
            findings,
            ReviewContext(
                policy=policy,
                profile=profile,
                as_of=settings.as_of,
                models=models_used(settings.models),
            ),
            unfinished_copy(settings.output, item.relative),
            name=item.relative,
            release_policy=release_policy(),
            plan=reviewed_plan(settings, assignment, document, mentions, policy),
            evidence=settings.evidence,
        )
    except NotProved as error:
        return _product(error.record, _outcome(assignment, findings, error.record, leak=error.what))
    outcome = _outcome(
        assignment,
        findings,
        published.record,
        public_findings=published.findings,
        gate=tuple(GateNote(b.rule, b.why, b.remedy, b.line) for b in published.barriers),
        refers_to=_references(document),
        left=_left(len(document.text), mentions, published.plan) if published.plan else (),
    )
    return _product(published.record, outcome)


def _product(record: dict[str, Any], outcome: Outcome) -> Product:
    return Product(outcome, record_bytes(record).decode())


def refuse_long_name(name: str, relative: str) -> None:
    """Raise `UnreadableError` when the record's file name is too long for any file system."""
    if len(os.fsencode(f"{Path(relative).name}{RECORD_ENDING}")) > _LONGEST_NAME:
        raise UnreadableError("has a name too long for its record", name, "shorten the file name")


def _outcome(
    assignment: Assignment, findings: tuple[Finding, ...], record: dict[str, Any], **more: Any
) -> Outcome:
    names, identifiers, passages = counts(record)
    return Outcome(
        relative=assignment.input.relative,
        document=assignment.examined.document,
        findings=findings,
        names=names,
        passages=passages,
        identifiers=identifiers,
        asked=len(record["asked"]),
        message=record["document"]["message_number"],
        hidden=tuple(
            Span(r["start"], r["end"]) for r in record["redactions"] if r["amount"] == NAME
        ),
        **more,
    )


def counts(record: dict[str, Any]) -> tuple[int, int, int]:
    """How many names, identifiers and passages a record withholds."""
    others = [r["causes"] for r in record["redactions"] if r["amount"] != NAME]
    identifiers = sum(all(map(_is_kind, causes)) for causes in others)
    return len(record["redactions"]) - len(others), identifiers, len(others) - identifiers


def _is_kind(cause: str) -> bool:
    """Whether a cause is a kind of identifier, ``possible PHONE_NUMBER``, and not a passage."""
    kind = cause.removeprefix("same name as ").removeprefix("possible ")
    return kind.partition(" ")[0].isupper()


def _references(document: Document) -> tuple[str, ...]:
    references = document.telegram_fields.references
    return tuple(sorted({reference.id for reference in references if reference.id}))


def _left(length: int, mentions: tuple[Mention, ...], plan: RedactionPlan) -> tuple[Span, ...]:
    """Names that stay without a permitting role: those asked about or released by a reviewer."""
    withheld = Cover(length, (r.span for r in plan.redactions))
    by_role = {k.span for k in plan.kept if k.reason.startswith("role ")}
    return tuple(
        m.span
        for m in mentions
        if m.kind == "PERSON" and m.span not in by_role and not withheld.covers(m.span)
    )
