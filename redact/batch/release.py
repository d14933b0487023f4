"""The last steps of a release: chaining the records, the findings and the audit report."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from redact.batch.check import TOOL
from redact.batch.inputs import Input
from redact.batch.output_folder import public_path, record_path, unfinished_copy, unfinished_record
from redact.batch.pool import Pace
from redact.batch.publish_set import PublishedSet
from redact.batch.settings import PublishSettings
from redact.batch.store import Store, key_of
from redact.findings import Report
from redact.outputs.audit.volume import count_volumes, volume_name
from redact.patterns import pattern
from redact.redaction.chain import link_records
from redact.sources.staging import flush, move, write_file, write_unflushed

DOCUMENTS_A_VOLUME = 500
"""Memory for laying out a report grows with its documents; above this it is split into volumes."""

_REPORT = pattern(r"audit(-\d{1,6})?\.pdf")


def remove_unexamined(output: Path, documents: Sequence[Input], published: PublishedSet) -> None:
    """Remove the outputs of an earlier run for documents that this one could not examine.

    A copy must not outlive a document that can no longer be read: this run proved nothing of it.
    """
    failed = {error.path for error in published.errors}
    for document in documents:
        if document.name in failed:
            for path in (public_path, record_path):
                with contextlib.suppress(OSError):  # no file may have a name too long for one
                    path(output, document.relative).unlink(missing_ok=True)


def write_records(output: Path, published: PublishedSet) -> list[Path]:
    """Chain the records in order of relative path, then move records and copies into place.

    Everything is on disk before the first file of an earlier run is replaced or removed: a full
    disk, or a plan that does not fit, leaves nothing half done.
    Returns the paths of the records, in order.
    """
    relatives = sorted(outcome.relative for outcome in published.outcomes)
    for relative, data in link_records(relatives, published.record):
        write_unflushed(unfinished_record(output, relative), data)
    records = {
        record_path(output, relative): unfinished_record(output, relative) for relative in relatives
    }
    copies = {
        public_path(output, relative): unfinished
        for relative in relatives
        if (unfinished := unfinished_copy(output, relative)).is_file()
    }
    flush([*records.values(), *copies.values()])
    for relative in relatives:
        if (place := public_path(output, relative)) not in copies:
            # A copy from an earlier run must not remain when this run does not permit one.
            place.unlink(missing_ok=True)
    for place, finished in (*records.items(), *copies.items()):
        move(finished, place)
    return list(records)


def report_names(documents: int) -> tuple[str, ...]:
    """The possible file names in ``internal/`` of the audit report on this many documents.

    A document that cannot be examined is in no report, so there may be one volume fewer.
    """
    of = count_volumes(documents, DOCUMENTS_A_VOLUME)
    return ("audit.pdf", *(f"{volume_name('audit', n + 1, of)}.pdf" for n in range(of) if of > 1))


def write_reports(
    output: Path, records: Sequence[Path], store: Store, pace: Pace = Pace()
) -> list[Path]:
    """Print the audit report on the records: ``internal/audit.pdf``, or several volumes of it.

    Reports of an earlier run that this one did not replace are removed: they cover another set.
    """
    folder = output / "internal"
    earlier = {path for path in folder.glob("audit*.pdf") if _REPORT.fullmatch(path.name)}
    of = count_volumes(len(records), DOCUMENTS_A_VOLUME)
    written = []
    for number, printed in enumerate(_printed(records, of, store, pace), 1):
        path = folder / f"{volume_name('audit', number, of)}.pdf"
        write_file(path, printed, force=True)
        written.append(path)
    for path in earlier.difference(written):
        path.unlink()
    return written


def _printed(records: Sequence[Path], of: int, store: Store, pace: Pace) -> Iterator[bytes]:
    """The volumes of the report. If the store has all of them, none is laid out again."""
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in records]
    keys = [key_of("audit", hashes, number, of) for number in range(1, of + 1)]
    if not all(store.get(key) for key in keys):
        from redact.batch.report import print_volumes

        volumes = print_volumes(records, DOCUMENTS_A_VOLUME, pace)
        for key, printed in zip(keys, volumes, strict=True):
            store.put(key, printed)
    return map(store.kept, keys)


def reports_of(settings: PublishSettings, published: PublishedSet) -> tuple[Report, Report]:
    """The findings of the originals in stage *record*, and of the public copies in *release*."""
    outcomes = published.outcomes
    record = Report(
        tool=TOOL,
        as_of=settings.as_of,
        stage="record",
        documents=tuple(outcome.document for outcome in outcomes),
        findings=tuple(finding for outcome in outcomes for finding in outcome.findings),
        errors=published.errors,
    )
    public = tuple(finding for outcome in outcomes for finding in outcome.public_findings)
    return record, replace(record, stage="release", findings=public)
