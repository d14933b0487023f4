"""Checking many documents: each for itself, then those that are copies of one message together."""

from __future__ import annotations

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from redact import __version__, engine
from redact.batch.inputs import Input
from redact.batch.pool import run
from redact.documents import parse
from redact.documents.model import Document
from redact.findings import ExaminedDocument, Finding, Report, Unexamined, Waiver
from redact.markings.register import load_register
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.policy.select import rule_profile
from redact.sources import Source

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
    keep_sources: bool = False
    rules: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document's outcome. ``rules`` are those that ran; ``message`` its message number."""

    document: ExaminedDocument
    findings: tuple[Finding, ...]
    rules: tuple[str, ...]
    message: str | None
    source: Source | None


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
    document = parse(source, kind=settings.kind, register=settings.register)
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
        source=source if settings.keep_sources else None,
    )


def message_id(document: Document) -> str | None:
    """The canonical message number of a telegram, by which copies and sections are known."""
    number = document.telegram and document.telegram.message_number
    return number.id if number else None


def check_all(
    settings: CheckSettings,
    documents: Sequence[Input],
    jobs: int = 1,
    watch: Callable[[Iterator[Outcome]], Iterable[Outcome]] = iter,
) -> list[Outcome]:
    """The outcome for each document, in their order.

    Documents that carry the same message number are checked again knowing of one another, after
    all others are done. ``watch`` sees the outcomes go by, to show progress.
    """
    outcomes = list(watch(run(partial(_check_input, settings), documents, jobs)))
    groups: dict[str, list[int]] = defaultdict(list)
    for index, outcome in enumerate(outcomes):
        if isinstance(outcome, Checked) and outcome.message:
            groups[outcome.message].append(index)
    for members in groups.values():
        if len(members) > 1:
            _check_together(settings, documents, outcomes, members)
    return outcomes


def _check_input(settings: CheckSettings, document: Input) -> Checked:
    return check_source(settings, document.read())


def _check_together(
    settings: CheckSettings,
    documents: Sequence[Input],
    outcomes: list[Outcome],
    members: Iterable[int],
) -> None:
    sources = {index: documents[index].read() for index in members}
    parsed = {
        index: parse(source, kind=settings.kind, register=settings.register)
        for index, source in sources.items()
    }
    for index, source in sources.items():
        siblings = tuple(other for key, other in parsed.items() if key != index)
        outcomes[index] = check_source(settings, source, siblings)


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
