"""From many originals to public copies and records: one document in a worker, then the set."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from redact import engine
from redact.batch.inputs import Input
from redact.documents import parse
from redact.documents.model import Document
from redact.errors import UnreadableError, UsageError
from redact.findings import ExaminedDocument, Finding, Waiver
from redact.markings.register import load_register
from redact.persons.mention import Mention
from redact.policy.load import load_policy
from redact.policy.model import Policy
from redact.policy.select import combine
from redact.redaction.gate import Gated
from redact.redaction.model import Declassification, RedactionPlan
from redact.redaction.plan import make_plan
from redact.redaction.planfile import (
    entries_of,
    plan_entry,
    plan_from_entry,
    refuse_undecided,
)
from redact.redaction.publish import NotProved, publish
from redact.redaction.record import Circumstances
from redact.sources import Source, write_bytes

RECORD_ENDING = ".record.json"
_LONGEST_NAME = 255

PUBLIC_PROFILE = "public-release"
"""The rules that public copies are checked by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishSettings:
    """What plan, apply and release are told; ``output`` is the folder of ``-o``.

    ``plan_file`` and ``entries`` hold a reviewer's plan: its name and its entries by the SHA-256
    of the original.
    """

    as_of: datetime.date
    output: Path = Path()
    policy: str | None = None
    kind: str | None = None
    register: str | None = None
    waivers: tuple[Waiver, ...] = ()
    evidence: Declassification | None = None
    force: bool = False
    plan_file: str | None = None
    entries: Mapping[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """All that is known of one original before anything is withheld from it."""

    source: Source
    document: Document
    findings: tuple[Finding, ...]
    mentions: tuple[Mention, ...]
    profile: Policy
    policy: Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one document; it holds no text, so that it can pass between processes.

    ``leak`` tells why the copy was not kept. ``previous`` of the record is still empty: the chain
    is laid when all documents are done.
    """

    relative: str
    record: dict[str, Any]
    document: ExaminedDocument
    findings: tuple[Finding, ...]
    public_findings: tuple[Finding, ...] = ()
    leak: str | None = None

    @property
    def is_gated(self) -> bool:
        """Whether the document got no public copy because of what is wrong with its marks."""
        return bool(self.record["gate"])


@lru_cache(maxsize=16)
def policies_for(kind: str, named: str | None) -> tuple[Policy, Policy]:
    """The rule profile of originals and the withholding policy, loaded once a process."""
    return combine(kind, load_policy(named) if named else None)


def unfinished(output: Path) -> Path:
    """Where copies lie until every record is written: what a killed run leaves is not public."""
    return output / "internal" / ".unfinished"


def public_path(output: Path, relative: str) -> Path:
    """Where the public copy of a document lies."""
    return output / "public" / relative


def record_path(output: Path, relative: str) -> Path:
    """Where the record of a document lies."""
    return output / "internal" / f"{relative}{RECORD_ENDING}"


def _refuse_long_name(document: Input) -> None:
    """Raise `UnreadableError` when no file system could hold the name of the record."""
    if len(os.fsencode(f"{Path(document.relative).name}{RECORD_ENDING}")) > _LONGEST_NAME:
        raise UnreadableError(
            "has a name too long for its record", document.name, "shorten the file name"
        )


def examine(settings: PublishSettings, source: Source) -> Examination:
    """Parse, check and find the names of one original, by the policies of its kind."""
    # The language model takes seconds to load: only commands that withhold pay for it.
    from redact.persons import find_mentions

    document = parse(source, kind=settings.kind, register=settings.register)
    profile, policy = policies_for(document.kind, settings.policy)
    return Examination(
        source=source,
        document=document,
        findings=engine.check(
            document,
            profile,
            load_register(document.register),
            as_of=settings.as_of,
            waivers=settings.waivers,
        ),
        mentions=find_mentions(document),
        profile=profile,
        policy=policy,
    )


def publish_input(settings: PublishSettings, document: Input) -> Outcome:
    """The public copy of one document, proved, and its record.

    The copy lies in `unfinished` until the records of the whole set are written. Raises
    `UsageError` for a plan file that does not fit.
    """
    from redact.persons import models_used

    source = document.read()
    _refuse_long_name(document)
    examined = examine(settings, source)
    circumstances = Circumstances(
        policy=examined.policy,
        profile=examined.profile,
        as_of=settings.as_of,
        models=models_used(),
    )
    if settings.force:
        # A copy of an earlier run must not outlive a verdict that this run takes back.
        public_path(settings.output, document.relative).unlink(missing_ok=True)
    common: dict[str, Any] = {
        "relative": document.relative,
        "document": ExaminedDocument(
            source.path,
            source.sha256,
            examined.document.kind,
            f"{examined.profile.name} {examined.profile.version}",
        ),
        "findings": examined.findings,
    }
    try:
        published = publish(
            write_bytes(source.text, source.origins),
            examined.document,
            examined.mentions,
            examined.findings,
            circumstances,
            unfinished(settings.output) / document.relative,
            name=document.relative,
            release_policy=load_policy(PUBLIC_PROFILE),
            plan=_reviewed(settings, examined),
            evidence=settings.evidence,
        )
    except NotProved as error:
        return Outcome(record=error.record, leak=error.what, **common)
    return Outcome(record=published.record, public_findings=published.findings, **common)


def _reviewed(settings: PublishSettings, examined: Examination) -> RedactionPlan | None:
    """The reviewer's plan for a document, ``None`` when no plan file was given.

    Every item of the policy's own plan has to be decided in it: what is left out of the file would
    otherwise be published without a name to answer for it. Raises `UsageError`.
    """
    if settings.plan_file is None:
        return None
    entry = settings.entries.get(examined.source.sha256)
    if entry is None:
        raise UsageError(
            f"holds no plan for '{examined.source.path}' as it is now",
            settings.plan_file,
            "make the plan again: redact plan",
        )
    try:
        by_policy = _policy_entry(settings, examined)
    except Gated:
        return None  # the gate holds whatever the plan says, and tells why
    refuse_undecided(entry, by_policy, settings.plan_file)
    return plan_from_entry(
        {**entry, "sought": by_policy["sought"]},
        examined.document,
        examined.policy,
        settings.plan_file,
        evidence=settings.evidence,
    )


def _policy_entry(settings: PublishSettings, examined: Examination) -> dict[str, Any]:
    """The plan that the policy makes of a document, as an entry of a plan file."""
    plan = make_plan(
        examined.document,
        examined.mentions,
        examined.findings,
        examined.policy,
        evidence=settings.evidence,
    )
    return plan_entry(plan, examined.source, examined.policy, name=examined.source.path)


def plan_or_gate(settings: PublishSettings, document: Input) -> dict[str, Any] | Gated:
    """The plan of one document as an entry of a plan file, or what forbids a public copy."""
    try:
        return plan_input(settings, document)
    except Gated as gate:
        return gate


def plan_input(settings: PublishSettings, document: Input) -> dict[str, Any]:
    """The plan of one document as an entry of a plan file. Raises `Gated`."""
    examined = examine(settings, document.read())
    plan = make_plan(
        examined.document,
        examined.mentions,
        examined.findings,
        examined.policy,
        evidence=settings.evidence,
    )
    return plan_entry(plan, examined.source, examined.policy, name=document.relative)


def load_plan(path: Path) -> dict[str, dict[str, Any]]:
    """The entries of a plan file by the SHA-256 of their originals. Raises `UsageError`."""
    if path.exists() and not path.is_file():
        raise UsageError("is not a regular file", str(path), "check the path")
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise UsageError(what, str(path), "check the path") from error
    except (ValueError, RecursionError) as error:
        raise UsageError("is not JSON", str(path), "make it with: redact plan") from error
    return entries_of(content, str(path))
