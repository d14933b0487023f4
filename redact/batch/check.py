"""Checking one document, and the report on many."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Iterator
from functools import lru_cache

from redact import __version__, engine
from redact.batch.siblings import message_id
from redact.batch.spool import Packed, Repeatable, Spool
from redact.documents import parse
from redact.documents.banner.banner_comparison import compare_banner
from redact.documents.model import Document
from redact.findings import (
    ExaminedDocument,
    Finding,
    Notice,
    Report,
    Unexamined,
    Waiver,
)
from redact.markings.register import load_register
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.policy.profiles import rule_profile
from redact.sources import Source
from redact.values import dataclass

TOOL = f"redact {__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSettings:
    """The options of a check; ``policy`` is a name or file, ``None`` for the default of the kind.

    ``rules`` are the ids of the rules to run among those the policy binds; ``None`` for all.
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
    """The outcome for one document. ``message`` is its message number."""

    document: ExaminedDocument
    findings: tuple[Finding, ...]
    message: str | None


Outcome = Checked | Unexamined


@lru_cache(maxsize=16)
def profile_of(
    kind: str,
    named: str | None,
    stage: str,
    rules: tuple[str, ...] | None = None,
    issuer: str | None = None,
) -> Policy:
    """The rule profile for a kind of document, limited to ``rules``; loaded once per process."""
    profile = rule_profile(kind, load_policy(named) if named else None, stage, issuer)
    if rules is None:
        return profile
    chosen = {rule: binding for rule, binding in profile.rules.items() if rule in rules}
    return dataclasses.replace(profile, rules=chosen)


def check_source(
    settings: CheckSettings, source: Source, siblings: tuple[Document, ...] = ()
) -> Checked:
    """The outcome for one document; ``siblings`` are other copies or sections of its message."""
    document = parsed(settings, source)
    profile = profile_of(
        document.kind, settings.policy, settings.stage, settings.rules, document.issuer
    )
    findings = engine.check(
        document,
        profile,
        load_register(document.register),
        as_of=settings.as_of,
        stage=settings.stage,
        waivers=settings.waivers,
        siblings=siblings,
    )
    banner = compare_banner(document, load_register(document.register))
    return Checked(
        document=ExaminedDocument(
            source.path,
            source.sha256,
            document.kind,
            f"{profile.name} {profile.version}",
            banner.found.banner() if banner else None,
            banner.required.banner() if banner else None,
            banner is not None and banner.differs,
        ),
        findings=findings,
        message=message_id(document),
    )


def rules_of(settings: CheckSettings, kind: str) -> tuple[str, ...]:
    """The rules that run on documents of a kind."""
    profile = profile_of(kind, settings.policy, settings.stage, settings.rules)
    return tuple(engine.rules_of(profile, settings.stage))


def parsed(settings: CheckSettings, source: Source) -> Document:
    """The document in a source, parsed according to the settings."""
    return parse(source, kind=settings.kind, register=settings.register)


class Outcomes(Spool[Outcome]):
    """The outcomes for the documents of a run, in order, and the notices about them."""

    def __init__(self, outcomes: Iterable[Outcome] = ()) -> None:
        super().__init__(lambda one: 1 + len(one.findings) if isinstance(one, Checked) else 1)
        self._errors: dict[int, Unexamined] = {}
        self.notices: tuple[Notice, ...] = ()
        for outcome in outcomes:
            self.append(outcome)

    @property
    def errors(self) -> tuple[Unexamined, ...]:
        """The documents that could not be examined."""
        return tuple(error for _, error in sorted(self._errors.items(), key=lambda item: item[0]))

    def append(self, value: Outcome | Packed) -> None:
        """Append an outcome; an `Unexamined` is never packed."""
        if isinstance(value, Unexamined):
            self._errors[len(self)] = value
        super().append(value)

    def __setitem__(self, index: int, value: Outcome) -> None:
        self._errors.pop(index, None)
        if isinstance(value, Unexamined):
            self._errors[index] = value
        super().__setitem__(index, value)


def report_of(
    settings: CheckSettings,
    outcomes: Outcomes,
    skipped: tuple[str, ...] = (),
    notices: tuple[Notice, ...] = (),
) -> Report:
    """The report on a set of outcomes."""

    def checked() -> Iterator[Checked]:
        return (outcome for outcome in outcomes if isinstance(outcome, Checked))

    return Report(
        tool=TOOL,
        as_of=settings.as_of,
        stage=settings.stage,
        documents=Repeatable(lambda: (outcome.document for outcome in checked())),
        findings=Repeatable(lambda: (finding for one in checked() for finding in one.findings)),
        errors=outcomes.errors,
        skipped=skipped,
        notices=notices,
    )
