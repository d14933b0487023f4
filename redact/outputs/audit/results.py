"""The outcome of a set of documents, computed from an extract of each record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from redact.outputs.audit.edition import in_edition
from redact.outputs.audit.model import OUTCOMES, RecordedDocument
from redact.outputs.audit.read import read_report
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The extract of a record used to summarize a set that is too large to hold in memory.

    ``name`` is that of the original; ``previous`` and ``record_sha256`` are the link of the chain.
    ``errors`` are those that are not waived.
    """

    name: str
    previous: str | None
    record_sha256: str | None
    outcome: str
    has_copy: bool
    verification: str
    errors: int
    deletions: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The state of the chain of records: whether it is intact, and the hash of its last record.

    ``head`` is ``None`` where the chain is broken or empty.
    """

    is_whole: bool
    head: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Numbers of documents, public copies and unwaived errors, and the state of the chain.

    ``outcomes`` are in the order of `OUTCOMES`; a leak is a copy that contained withheld text.
    """

    documents: int
    outcomes: tuple[int, ...]
    copies: int
    proved: int
    leaks: int
    errors: int
    chain: Chain


def enter_record(record: Mapping[str, Any], record_sha256: str, edition: str) -> Entry:
    """The entry of one record as an edition counts it. Raises `UsageError` as `read_report`."""
    report = read_report([record], record_sha256=[record_sha256])
    (document,), (counted,) = report.documents, in_edition(report, edition).documents
    return _enter(document, counted)


def sum_up(entries: Iterable[Entry]) -> Results:
    """The results for all entries of a set."""
    kept = list(entries)
    return Results(
        documents=len(kept),
        outcomes=tuple(sum(entry.outcome == outcome for entry in kept) for outcome in OUTCOMES),
        copies=sum(entry.has_copy for entry in kept),
        proved=sum(entry.has_copy and entry.verification == "proved" for entry in kept),
        leaks=sum(entry.verification == "leak" for entry in kept),
        errors=sum(entry.errors for entry in kept),
        chain=follow_chain((entry.previous, entry.record_sha256) for entry in kept),
    )


def results_of(documents: Iterable[RecordedDocument]) -> Results:
    """The results for the documents of a report, as its edition counts them."""
    return sum_up(_enter(document, document) for document in documents)


def _enter(document: RecordedDocument, counted: RecordedDocument) -> Entry:
    return Entry(
        name=document.original.name,
        previous=document.previous,
        record_sha256=document.record_sha256,
        outcome=counted.outcome,
        has_copy=counted.public is not None,
        verification=counted.verification,
        errors=counted.count("error"),
        deletions=len(counted.deletions),
    )


def follow_chain(links: Iterable[tuple[str | None, str | None]]) -> Chain:
    """The chain through the records, from the one without a previous record to the last.

    A link is the hash that a record gives for the previous one, and the hash of the record itself.
    """
    given = list(links)
    after = dict(given)
    head: str | None = None
    for _ in given:
        if head not in after:
            return Chain(False, None)
        head = after[head]
    # Two records after the same one leave fewer links than records.
    return Chain(len(after) == len(given), head)
