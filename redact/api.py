"""The library interface: one function for each step of the pipeline."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from redact.documents.model import Document
from redact.findings import Finding, Waiver
from redact.persons.mention import Mention
from redact.policy.model import Policy
from redact.redaction.model import RedactionPlan
from redact.sources import Source


def load_policy(name: str | Path) -> Policy:
    """The shipped policy with this name, or the policy in this file.

    Raises `PolicyError` with the file, the path inside it and the closest valid name.
    """
    from redact.policy.load import load_policy as load

    return load(name)


def parse(source: Source, *, kind: str | None = None, policy: Policy | None = None) -> Document:
    """The document in ``source``; never raises because of a document's content.

    ``kind`` overrides detection of the kind; ``policy`` may name another register.
    """
    from redact.documents import parse as parse_document

    return parse_document(source, kind=kind, register=policy.registers[-1] if policy else None)


def check(
    document: Document,
    policy: Policy,
    *,
    today: datetime.date | None = None,
    stage: str = "record",
    waivers: Iterable[Waiver] = (),
    siblings: tuple[Document, ...] = (),
) -> tuple[Finding, ...]:
    """What is wrong with the markings, in document order.

    A policy without rules, such as ``foia-release``, uses the rule profile of the document's kind,
    as on the command line. ``today`` is the date that date rules check against, by default the
    current UTC date.
    """
    from redact import engine
    from redact.markings.register import load_register
    from redact.policy.profiles import rule_profile

    return engine.check(
        document,
        rule_profile(document.kind, policy, stage, document.issuer),
        load_register(document.register),
        as_of=today or datetime.datetime.now(datetime.UTC).date(),
        stage=stage,
        waivers=waivers,
        siblings=siblings,
    )


def names(
    source: Source,
    *,
    document: Document | None = None,
    model: str | Path | None = None,
    second: Iterable[str] = (),
) -> tuple[Mention, ...]:
    """The mentions of persons, sorted and non-overlapping. Loads the language model.

    ``model``: a spaCy model to use instead of the shipped one, a folder or an installed package;
    ``second``: models to ask for a second opinion, each ``rampart`` or a spaCy model. Raises
    `UsageError` when one is missing.
    """
    from redact.persons import Models, find_mentions

    return find_mentions(document or parse(source), Models(model, tuple(second)))


def plan(
    document: Document,
    mentions: tuple[Mention, ...],
    findings: tuple[Finding, ...],
    policy: Policy,
) -> RedactionPlan:
    """What the policy withholds from the document.

    A rule profile, such as ``state-telegram``, withholds nothing by itself: ``foia-release`` is
    used with it, as on the command line. ``findings`` are those of `check`; without them only an
    unreadable level is noticed. Raises `redact.redaction.gate.Gated` when unwaived errors in the
    marks forbid a public copy.
    """
    from redact.policy.profiles import withholding_policy
    from redact.redaction.plan import make_plan

    return make_plan(document, mentions, findings, withholding_policy(policy))


def apply(source: Source, plan: RedactionPlan) -> str:
    """The text of the public copy; only the plan's redactions and edits are changed.

    It is not proved yet: ``redact apply`` and ``redact release`` write it, prove it from disk, and
    keep it only if it is proved. Raises `UsageError` when the plan was made for another source.
    """
    from redact.redaction.apply import apply_plan

    return apply_plan(source, plan)
