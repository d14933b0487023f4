"""What a store keeps of a set: the keys, and how a copy is restored from it."""

from __future__ import annotations

import dataclasses
import hashlib
import json

from redact.batch.assignment import Assignment
from redact.batch.examine import ExaminedOriginal
from redact.batch.inputs import Input
from redact.batch.output_folder import unfinished_copy
from redact.batch.publish import GateNote, Outcome, Product
from redact.batch.settings import PublishSettings, policy_digest
from redact.batch.store import key_of
from redact.findings import Authority, ExaminedDocument, Finding, Label, Severity, Waiver
from redact.persons.known import KnownName
from redact.persons.mention import Mention
from redact.redaction.claim import read_claim
from redact.redaction.record import UNLINKED
from redact.redaction.replay import rewrite
from redact.sources import Edit, Span, write_bytes
from redact.sources.staging import write_unflushed

CLASSES: dict[str, type] = {
    cls.__name__: cls
    for cls in (
        Authority,
        Edit,
        ExaminedOriginal,
        ExaminedDocument,
        Finding,
        GateNote,
        KnownName,
        Label,
        Mention,
        Outcome,
        Product,
        Severity,
        Span,
        Waiver,
    )
}


def set_key(settings: PublishSettings) -> str:
    """Key of what determines findings and names in a set, apart from the documents themselves."""
    from redact.persons import models_used

    return key_of(
        "examined",
        settings.as_of,
        settings.kind,
        settings.register,
        settings.policy and policy_digest(settings.policy),
        [dataclasses.astuple(waiver) for waiver in settings.waivers],
        [dataclasses.astuple(model) for model in models_used(settings.models)],
    ).hex()


def examined_key(common: str, item: Input, sha256: str | None) -> bytes:
    """Key of what determines the findings and names of a document; ``common`` is the set's key."""
    return key_of(common, item.name, sha256)


def product_key(settings: PublishSettings, assignment: Assignment, examined: bytes) -> bytes:
    """Key of what determines a public copy; ``examined`` is the key of its findings and names."""
    sha256 = assignment.examined.document.sha256
    return key_of(
        "product",
        examined.hex(),
        assignment.input.relative,
        [dataclasses.astuple(name) for name in assignment.known],
        [sibling.sha256 for sibling in assignment.siblings],
        settings.evidence and dataclasses.astuple(settings.evidence),
        settings.plan_file is not None and settings.entries.get(sha256),
    )


def restore_copy(settings: PublishSettings, assignment: Assignment, product: Product) -> bool:
    """Write the copy of an earlier run again, from the original and its record.

    Returns whether this gave the same copy that was proved then; if not, nothing is written.
    """
    if not product.record.endswith(UNLINKED):
        return False
    relative, record = assignment.input.relative, json.loads(product.record)
    if record["public"] is None:
        return product.outcome.is_gated  # a leak is looked at again
    source = assignment.input.read()
    claim = read_claim(record)
    text = rewrite(source.text, claim) if source.sha256 == claim.original_sha256 else None
    if text is None:
        return False
    data = write_bytes(text, source.origins)
    if hashlib.sha256(data).hexdigest() != claim.public_sha256:
        return False
    write_unflushed(unfinished_copy(settings.output, relative), data)
    return True
