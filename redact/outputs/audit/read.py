"""Reading audit records (``redact/audit-record/v1``) into the report's values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, TypeVar

from redact.errors import UsageError
from redact.outputs.audit.model import (
    AuditReport,
    Check,
    CitedExemption,
    Deletion,
    File,
    GateReason,
    RecordedDocument,
    RecordedFinding,
    RecordedPortion,
    RecordedWaiver,
    Remark,
    UsedModel,
    UsedPolicy,
)
from redact.redaction.record import FORMAT, record_bytes

T = TypeVar("T")


def read_report(
    records: Iterable[Mapping[str, Any]], *, record_sha256: Sequence[str] = (), first: int = 1
) -> AuditReport:
    """The internal edition of a report on these records, in the order of their paths.

    ``record_sha256`` holds the hash of each record file, in the order of ``records``; without it
    the hashes are those of the files the records are written as. ``first`` is the number of the
    first document. Raises `UsageError` for a record
    of another format.
    """
    given = list(records)
    hashes = list(record_sha256) or [sha256(record_bytes(dict(r))).hexdigest() for r in given]
    if len(hashes) != len(given):
        raise UsageError(f"{len(given)} records, but {len(hashes)} hashes of record files")
    pairs = sorted(zip(given, hashes, strict=True), key=lambda pair: _name(pair[0]))
    documents = tuple(_document(n, record, sha) for n, (record, sha) in enumerate(pairs, first))
    return AuditReport(
        edition="internal",
        tools=_distinct(str(record["tool"]) for record, _ in pairs),
        as_of=_distinct(str(record["as_of"]) for record, _ in pairs),
        policies=_distinct(document.policy for document in documents),
        profiles=_distinct(document.profile for document in documents),
        models=_distinct(
            UsedModel(model["name"], model["version"], model.get("sha256"))
            for record, _ in pairs
            for model in record["models"]
        ),
        documents=documents,
    )


def _name(record: Mapping[str, Any]) -> str:
    if record.get("format") != FORMAT:
        raise UsageError(
            f"format is {record.get('format')!r}, not {FORMAT!r}",
            hint="give the *.record.json files that redact apply or redact release wrote",
        )
    return str(record["original"]["name"])


def _document(number: int, record: Mapping[str, Any], record_sha256: str) -> RecordedDocument:
    facts = record["document"]
    portions = [(p["start"], p["end"], _portion(p)) for p in record["portions"]]
    return RecordedDocument(
        number=number,
        original=_file(record["original"]),
        public=_file(record["public"]) if record["public"] else None,
        kind=facts["kind"],
        classification=facts["classification"],
        captions=tuple(facts["captions"]),
        message_number=facts["message_number"],
        date=facts["date"],
        declassify_on=facts["declassify_on"],
        classified_reasons=tuple(facts["reasons"] or ()),
        outcome=record["outcome"],
        gate=tuple(GateReason(g["rule"], g["why"], g.get("remedy")) for g in record["gate"]),
        banner_found=record["banner"]["found"],
        banner_required=record["banner"]["required"],
        portions=tuple(portion for _, _, portion in portions),
        deletions=tuple(
            Deletion(
                line=item["line"],
                reasons=tuple(item["reasons"]),
                causes=tuple(item["causes"]),
                decided_by=item["decided_by"],
                amount=item["amount"],
                portion=_innermost(portions, item["start"]),
            )
            for item in sorted(record["redactions"], key=lambda item: int(item["start"]))
        ),
        # Records of earlier versions do not say what the policy calls an exemption.
        exemptions=tuple(
            CitedExemption(item["code"], item["title"], item["cite"])
            for item in record.get("exemptions", ())
        ),
        asked=_remarks(record["asked"]),
        kept=_remarks(record["kept"]),
        edits=tuple(edit["kind"] for edit in record["edits"]),
        findings=tuple(_finding(item) for item in record["findings"]),
        not_examined=tuple(record["not_examined"]),
        statement=record["statement"] or None,
        verification=record["verification"]["result"],
        checks=tuple(Check(c["name"], c["result"]) for c in record["verification"]["checks"]),
        stage=record["stage"],
        policy=_policy(record["policy"]),
        profile=_policy(record["profile"]),
        previous=record["previous"],
        record_sha256=record_sha256,
    )


def _innermost(
    portions: Sequence[tuple[int, int, RecordedPortion]], offset: int
) -> RecordedPortion | None:
    """The shortest portion around an offset: a sub-paragraph before its paragraph."""
    around = [
        (end - start, n) for n, (start, end, _) in enumerate(portions) if start <= offset < end
    ]
    return portions[min(around)[1]][2] if around else None


def _portion(item: Mapping[str, Any]) -> RecordedPortion:
    return RecordedPortion(
        number=str(item["number"] or ""),
        kind=item["kind"],
        mark=item["mark"],
        level=item["level"],
        decision=item["decision"],
        reasons=tuple(item["reasons"]),
        line=item["line"],
    )


def _finding(item: Mapping[str, Any]) -> RecordedFinding:
    waiver = item["waiver"]
    return RecordedFinding(
        rule=item["rule"],
        severity=item["severity"],
        line=item["line"],
        column=item["column"],
        message=item["message"],
        authority=tuple(authority["cite"] for authority in item["authority"]),
        remedy=item["remedy"],
        waiver=waiver and RecordedWaiver(waiver["reason"], waiver["approver"], waiver["expires"]),
        stage=item["stage"],
    )


def _policy(item: Mapping[str, Any]) -> UsedPolicy:
    return UsedPolicy(item["name"], item["version"], item["sha256"], tuple(item["chain"]))


def _file(item: Mapping[str, Any]) -> File:
    return File(item["name"], item["sha256"], item["characters"])


def _remarks(items: Iterable[Mapping[str, Any]]) -> tuple[Remark, ...]:
    return tuple(Remark(item["line"], item["kind"], item["reason"]) for item in items)


def _distinct(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
