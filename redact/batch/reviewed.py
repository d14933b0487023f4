"""A reviewer's plans: made for a set of documents, and read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from redact.batch.assignment import Assignment
from redact.batch.settings import PublishSettings, policies_for
from redact.documents.model import Document
from redact.errors import UsageError
from redact.persons.mention import Mention
from redact.policy.model import Policy
from redact.redaction.gate import Gated
from redact.redaction.model import RedactionPlan
from redact.redaction.plan import make_plan
from redact.redaction.planfile import entries_of, plan_entry
from redact.redaction.reviewed_plan import plan_from_entry, refuse_undecided
from redact.resources import file_bytes, unique_keys


def plan_or_gate(settings: PublishSettings, assignment: Assignment) -> dict[str, Any] | Gated:
    """The plan of one document as an entry of a plan file, or what forbids a public copy."""
    document = assignment.read(settings)
    _, policy = policies_for(document.kind, settings.policy, document.issuer)
    try:
        return _policy_entry(
            settings,
            assignment,
            document,
            assignment.mentions_in(document),
            policy,
            assignment.input.relative,
        )
    except Gated as gate:
        return gate


def reviewed_plan(
    settings: PublishSettings,
    assignment: Assignment,
    document: Document,
    mentions: tuple[Mention, ...],
    policy: Policy,
) -> RedactionPlan | None:
    """The reviewer's plan for a document, ``None`` when no plan file was given.

    It must decide every item of the policy's own plan: anything omitted from the file would
    otherwise be published without anyone accountable for it. Raises `UsageError`.
    """
    if settings.plan_file is None:
        return None
    source = document.source
    try:
        by_policy = _policy_entry(settings, assignment, document, mentions, policy, source.path)
    except Gated:
        return None  # the gate holds whatever the plan says, and tells why; no plan holds an entry
    entry = settings.entries.get(source.sha256)
    if entry is None:
        raise UsageError(
            f"holds no plan for '{source.path}' as it is now",
            settings.plan_file,
            "make a plan of this document and apply it by itself, or --exclude the document",
        )
    where = f"{settings.plan_file}: {source.path}"
    refuse_undecided(entry, by_policy, where)
    return plan_from_entry(
        {**entry, "sought": by_policy["sought"], "kept": by_policy["kept"]},
        document,
        policy,
        where,
        evidence=settings.evidence,
    )


def _policy_entry(
    settings: PublishSettings,
    assignment: Assignment,
    document: Document,
    mentions: tuple[Mention, ...],
    policy: Policy,
    name: str,
) -> dict[str, Any]:
    """The policy's own plan for a document, as an entry of a plan file. Raises `Gated`."""
    findings = assignment.findings_in(settings, document)
    plan = make_plan(document, mentions, findings, policy, evidence=settings.evidence)
    return plan_entry(plan, document.source, name=name)


def load_plan(path: Path) -> dict[str, dict[str, Any]]:
    """The entries of a plan file by the SHA-256 of their originals. Raises `UsageError`."""
    data = file_bytes(path, str(path))
    try:
        content = json.loads(data, object_pairs_hook=unique_keys)
    except json.JSONDecodeError as error:
        raise UsageError(
            "is not JSON from here on",
            f"{path}:{error.lineno}:{error.colno}",
            "correct it there, or name a file made with: redact plan",
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(
            "is not JSON, or holds a key twice",
            str(path),
            "correct it there, or name a file made with: redact plan",
        ) from error
    return entries_of(content, str(path))
