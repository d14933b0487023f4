"""Writing the public copy of one document, proving it from disk, and making its record."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from redact import engine
from redact.documents import parse
from redact.documents.model import Document
from redact.errors import LeakError
from redact.findings import Finding, Publication
from redact.markings.register import load_register
from redact.persons.mention import Mention
from redact.policy.model import Policy
from redact.redaction.apply import apply_plan
from redact.redaction.gate import Barrier, evidence_in, find_barriers
from redact.redaction.model import Declassification, RedactionPlan
from redact.redaction.plan import make_plan
from redact.redaction.publication import publication_of
from redact.redaction.record import make_record
from redact.redaction.review_context import PublicCopy, ReviewContext
from redact.redaction.verification import Verification
from redact.redaction.verify import verify
from redact.sources import read_bytes, write_bytes
from redact.sources.staging import staged
from redact.values import dataclass


class NotProved(LeakError):
    """The public copy could not be proved and was not kept; ``record`` says what failed."""

    def __init__(self, verification: Verification, where: str, record: dict[str, Any]) -> None:
        lines = sorted({survivor.line for survivor in verification.survivors})
        what = verification.note or "the public copy could not be proved"
        if lines:
            what += f" in line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}"
        super().__init__(what, where, "the copy was not kept; withhold those places by --plan")
        self.verification = verification
        self.record = record


@dataclass(frozen=True, slots=True)
class Published:
    """The outcome for one document: the record, the findings of the public copy and its path.

    ``path``, ``plan`` and ``copy`` are ``None`` when the gate held the document back; ``barriers``
    say why. ``copy`` and ``publication`` are used by rules about sets of copies.
    """

    record: dict[str, Any]
    findings: tuple[Finding, ...] = ()
    path: Path | None = None
    plan: RedactionPlan | None = None
    copy: Document | None = None
    publication: Publication | None = None
    barriers: tuple[Barrier, ...] = ()


def publish(
    original: bytes,
    document: Document,
    mentions: Iterable[Mention],
    findings: Iterable[Finding],
    context: ReviewContext,
    destination: Path,
    *,
    name: str,
    release_policy: Policy,
    plan: RedactionPlan | None = None,
    evidence: Declassification | None = None,
    force: bool = False,
) -> Published:
    """Write the public copy of a document to ``destination`` and prove it from disk.

    ``original`` are the bytes ``document`` was read from, ``findings`` those of its stage
    *record*, ``name`` its relative path, ``release_policy`` the rules for public copies. With
    ``plan`` (from a plan file) exactly that is withheld. Only the copy is written; the caller uses
    `redact.sources.staging.flush` to make sure that it is on disk.

    Raises `NotProved` (exit code 4) after removing the copy when withheld text survives in it or
    its record does not replay; `UsageError` when the file already exists.
    """
    findings = tuple(findings)
    barriers = find_barriers(document, findings, context.policy, evidence or evidence_in(document))
    record = partial(make_record, document, context=context, name=name, findings=findings)
    if barriers:
        # A reviewer's plan does not lift the gate; corrected marks or a waiver do.
        return Published(record(plan=None, gate=barriers), barriers=barriers)
    plan = plan or make_plan(document, mentions, findings, context.policy, evidence=evidence)
    copy, verification = _written(original, document, plan, record, destination, name, force)
    public = parse(read_bytes(copy.data, name), kind=document.kind, register=document.register)
    publication = publication_of(document, plan)
    released_findings = check_copy(public, publication, release_policy, context.as_of)
    final = record(
        plan=plan, public=copy, released_findings=released_findings, verification=verification
    )
    return Published(final, released_findings, destination, plan, public, publication)


def _written(
    original: bytes,
    document: Document,
    plan: RedactionPlan,
    record: Callable[..., dict[str, Any]],
    destination: Path,
    name: str,
    force: bool,
) -> tuple[PublicCopy, Verification]:
    """The public copy on disk and its proof. Raises like `publish` when it is not kept."""
    data = write_bytes(apply_plan(document.source, plan), document.source.origins)
    with staged(destination, data, force=force, flushed=False) as temporary:
        copy = PublicCopy(name, data, read_bytes(data, name).text)
        verification = verify(temporary.read_bytes(), record(plan=plan, public=copy), original)
        if verification.result != "proved":
            raise NotProved(verification, name, record(plan=plan, verification=verification))
    return copy, verification


def check_copy(
    copy: Document,
    publication: Publication | None,
    release_policy: Policy,
    as_of: datetime.date,
    siblings: tuple[Document, ...] = (),
) -> tuple[Finding, ...]:
    """Findings of the stage *release* in a public copy; ``siblings`` are the other public copies.

    Rules that compare copies with each other need every copy of the set, so they run again, with
    ``siblings``, once all documents are published.
    """
    return engine.check(
        copy,
        release_policy,
        load_register(copy.register),
        as_of=as_of,
        stage="release",
        siblings=siblings,
        publication=publication,
    )
