"""Proving a whole record: first the copy byte for byte, then everything else it states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import redact
from redact.documents import parse
from redact.persons import models_used
from redact.persons.models import Models
from redact.policy.model import Policy
from redact.redaction.account.findings import check_findings
from redact.redaction.account.markings import check_markings
from redact.redaction.account.policies import check_policies, policy_at_hand
from redact.redaction.account.statements import check_statements
from redact.redaction.account.texts import check_texts
from redact.redaction.verification import (
    FAIL,
    NOT_RUN,
    PASS,
    Check,
    Difference,
    Verification,
    verdict,
)
from redact.redaction.verify import REPLAY, verify
from redact.sources import read_bytes
from redact.values import dataclass

ITSELF = "record agrees with itself"
POLICIES = "record agrees with its policies"
MODELS = "record names the language models at hand"
TEXTS = "record agrees with both texts"
MARKINGS = "record agrees with the markings read again"
FINDINGS = "record agrees with the rules run again"
TOOL = f"redact {redact.__version__}"


@dataclass(frozen=True, slots=True)
class ReleaseOptions:
    """The options of the release that its record does not hold."""

    policy: Policy | None = None
    kind: str | None = None
    register: str | None = None
    models: Models = Models()


_NO_OPTIONS = ReleaseOptions()


def review(
    public: bytes,
    record: Mapping[str, Any],
    original: bytes | None = None,
    options: ReleaseOptions = _NO_OPTIONS,
) -> Verification:
    """What can be proved about a public copy and about every statement of its record.

    ``record`` is valid under its schema; that of a document without a public copy proves none.
    """
    proof = verify(public, record, original)
    if record["public"] is None:
        return proof
    replays = any(check.name == REPLAY and check.result == PASS for check in proof.checks)
    checks = list(check_record(public, record, original if replays else None, options))
    if proof.result == "leak":
        return replace(proof, checks=(*proof.checks, *checks))
    note = proof.note if original is None else _why_not(checks, record) or proof.note
    return verdict([*proof.checks, *checks], note=note)


def check_record(
    public: bytes, record: Mapping[str, Any], original: bytes | None, options: ReleaseOptions
) -> Iterator[Check]:
    """The checks of a record beyond the bytes; some are not run without the original."""
    copy = read_bytes(public, record["public"]["name"])
    policy = policy_at_hand(record["policy"], options.policy)
    profile = policy_at_hand(record["profile"], options.policy)
    yield _check(ITSELF, check_statements(record))
    if policy and profile:
        encoding = copy.origins.encoding
        yield _check(POLICIES, check_policies(record, policy, profile, encoding))
    else:
        yield Check(POLICIES, NOT_RUN)
    yield _models(record, options.models)
    if original is None:
        yield from (Check(name, NOT_RUN) for name in (TEXTS, MARKINGS, FINDINGS))
        return
    source = read_bytes(original, record["original"]["name"])
    yield _check(TEXTS, check_texts(record, source, len(copy.text)))
    if record["tool"] != TOOL or not (policy and profile):
        yield from (Check(name, NOT_RUN) for name in (MARKINGS, FINDINGS))
        return
    document = parse(source, kind=options.kind, register=options.register)
    yield _check(MARKINGS, check_markings(record, document, policy))
    shown = parse(copy, kind=document.kind, register=document.register)
    yield _check(FINDINGS, check_findings(record, document, shown, profile))


def _check(name: str, differences: Iterator[Difference]) -> Check:
    found = tuple(differences)
    return Check(name, FAIL if found else PASS, found)


def _models(record: Mapping[str, Any], models: Models) -> Check:
    """Whether the language models are those installed; a record with names must have one."""
    causes = [cause for redaction in record["redactions"] for cause in redaction["causes"]]
    if not record["models"]:
        found = any(cause.startswith("mention ") for cause in causes)
        none = (Difference("$.models", "names none, yet names were found"),) * found
        return Check(MODELS, FAIL if found else PASS, none)
    own = [
        {"name": model.name, "version": model.version, "sha256": model.sha256}
        for model in models_used(models)
    ]
    return Check(MODELS, PASS if record["models"] == own else NOT_RUN)


def _why_not(checks: list[Check], record: Mapping[str, Any]) -> str | None:
    """Why a record could not be compared with everything it refers to."""
    left = [check.name for check in checks if check.result == NOT_RUN]
    if POLICIES in left:
        return "not proved: a policy of the record is not at hand; name its file with --policy"
    if MODELS in left:
        return (
            "not proved: other language models found the names; name them with --model and --second"
        )
    if left:
        return (
            "not proved: the record was not made by this version, which reads markings its own way"
        )
    return None
