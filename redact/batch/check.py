"""Checking many documents: each for itself, then those that are copies of one message together."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from redact import __version__, engine
from redact.batch.guard import guarded
from redact.batch.inputs import Input
from redact.batch.pool import Pace, run
from redact.batch.siblings import Siblings, message_id, same_message
from redact.documents import parse
from redact.documents.model import Document
from redact.findings import (
    Authority,
    ExaminedDocument,
    Finding,
    Label,
    Report,
    Severity,
    Unexamined,
    Waiver,
)
from redact.markings.register import load_register
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.policy.select import rule_profile
from redact.sources import Source, Span

if TYPE_CHECKING:
    from redact.batch.remember import Memory
    from redact.batch.store import Store

TOOL = f"redact {__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """What a check is told on the command line; ``policy`` is a name or file, ``None`` by kind.

    ``rules`` are the ids of the rules to run of those the policy binds; ``None`` for all of them.
    """

    as_of: datetime.date
    stage: str = "record"
    policy: str | None = None
    kind: str | None = None
    register: str | None = None
    waivers: tuple[Waiver, ...] = ()
    rules: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document's outcome. ``rules`` are those that ran; ``message`` its message number."""

    document: ExaminedDocument
    findings: tuple[Finding, ...]
    rules: tuple[str, ...]
    message: str | None


Outcome = Checked | Unexamined


@lru_cache(maxsize=16)
def profile_of(
    kind: str, named: str | None, stage: str, rules: tuple[str, ...] | None = None
) -> Policy:
    """The rule profile for a kind of document, cut down to ``rules``; loaded once a process."""
    profile = rule_profile(kind, load_policy(named) if named else None, stage)
    if rules is None:
        return profile
    chosen = {rule: binding for rule, binding in profile.rules.items() if rule in rules}
    return dataclasses.replace(profile, rules=chosen)


def check_source(
    settings: CheckSettings, source: Source, siblings: tuple[Document, ...] = ()
) -> Checked:
    """The outcome for one document; ``siblings`` are other copies or sections of its message."""
    document = _parsed(settings, source)
    profile = profile_of(document.kind, settings.policy, settings.stage, settings.rules)
    findings = engine.check(
        document,
        profile,
        load_register(document.register),
        as_of=settings.as_of,
        stage=settings.stage,
        waivers=settings.waivers,
        siblings=siblings,
    )
    return Checked(
        document=ExaminedDocument(
            source.path, source.sha256, document.kind, f"{profile.name} {profile.version}"
        ),
        findings=findings,
        rules=tuple(engine.rules_of(profile, settings.stage)),
        message=message_id(document),
    )


def check_all(
    settings: CheckSettings,
    documents: Sequence[Input],
    pace: Pace = Pace(),  # noqa: B008  a frozen value
    watch: Callable[[Iterator[Outcome]], Iterable[Outcome]] = iter,
    store: Store | None = None,
) -> list[Outcome]:
    """The outcome for each document, in their order.

    Documents that carry the same message number are checked again knowing of one another, after
    all others are done. ``watch`` sees the outcomes go by, to show progress. A ``store`` remembers
    outcomes for the next run.
    """
    done = _done(settings, documents, pace, store)
    # Thousands of outcomes tell the same rules.
    rules: dict[tuple[str, ...], tuple[str, ...]] = {}
    outcomes: list[Outcome] = [
        outcome
        if isinstance(outcome, Unexamined)
        else dataclasses.replace(outcome, rules=rules.setdefault(outcome.rules, outcome.rules))
        for outcome in watch(done)
    ]
    siblings = Siblings(documents, partial(_parsed, settings))
    numbers = [o.message if isinstance(o, Checked) else None for o in outcomes]
    for members in same_message(numbers):
        for index in members:
            others = siblings.of(index, members)
            again = guarded(
                partial(_check_input, settings, siblings=others), documents[index], pace.timeout
            )
            outcomes[index] = again
    return outcomes


def _done(
    settings: CheckSettings, documents: Sequence[Input], pace: Pace, store: Store | None
) -> Iterator[Outcome]:
    work = partial(_check_input, settings)
    if store is None:
        return run(work, documents, pace)
    from redact.batch.remember import run_remembering

    return run_remembering(work, documents, _memory(settings, store), pace)


def _check_input(
    settings: CheckSettings, document: Input, siblings: tuple[Document, ...] = ()
) -> Checked:
    return check_source(settings, document.read(), siblings)


def _parsed(settings: CheckSettings, source: Source) -> Document:
    return parse(source, kind=settings.kind, register=settings.register)


def _memory(settings: CheckSettings, store: Store) -> Memory[Input, Checked]:
    from redact.batch.remember import Memory

    return Memory(
        store=store,
        key_of=lambda item: _key(settings, item, item.digest()),
        key_after=lambda item, checked: _key(settings, item, checked.document.sha256),
        classes=_CLASSES,
    )


def _key(settings: CheckSettings, item: Input, sha256: str | None) -> bytes:
    """What decides the outcome for a document."""
    from redact.batch.store import key_of

    return key_of(
        "checked",
        item.name,
        sha256,
        dataclasses.astuple(settings),
        load_policy(settings.policy).sha256 if settings.policy else None,
    )


_CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (Authority, Checked, ExaminedDocument, Finding, Label, Severity, Span, Waiver)
}


def report_of(
    settings: CheckSettings, outcomes: Iterable[Outcome], skipped: tuple[str, ...] = ()
) -> Report:
    """The report on a set of outcomes."""
    done = list(outcomes)
    checked = [outcome for outcome in done if isinstance(outcome, Checked)]
    return Report(
        tool=TOOL,
        as_of=settings.as_of,
        stage=settings.stage,
        documents=tuple(outcome.document for outcome in checked),
        findings=tuple(finding for outcome in checked for finding in outcome.findings),
        errors=tuple(outcome for outcome in done if isinstance(outcome, Unexamined)),
        skipped=skipped,
    )
