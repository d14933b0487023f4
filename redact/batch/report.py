"""Printing the audit report on many records, with one volume at a time in memory."""

from __future__ import annotations

import gc
import hashlib
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from redact.batch.pool import Pace, run
from redact.errors import UsageError
from redact.findings import Unexamined
from redact.outputs.audit import Context, Entry, Layout, Volume, divide, enter_record, make_report
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A record file, and what was kept of the record when it was first read."""

    path: Path
    entry: Entry


def survey(
    paths: Iterable[Path],
    edition: str,
    load: Callable[[Path], bytes] = Path.read_bytes,
    read: Callable[[bytes, Path], Mapping[str, Any]] = lambda data, _: json.loads(data),
) -> list[RecordFile]:
    """The record files in document order.

    Each is read on its own: ``load`` gives its bytes, ``read`` the record that they are; both
    get the path, for use in errors.
    """
    found = []
    for path in sorted(paths):
        data = load(path)
        entry = enter_record(read(data, path), hashlib.sha256(data).hexdigest(), edition)
        found.append(RecordFile(path, entry))
    return sorted(found, key=lambda file: file.entry.name)


def volumes_of(files: Sequence[RecordFile], size: int) -> list[tuple[Volume, list[RecordFile]]]:
    """The volumes of a set, each with its record files."""
    volumes = divide([file.entry for file in files], size)
    return [(volume, list(files[volume.first - 1 : volume.last])) for volume in volumes]


def report_on(
    volume: Volume,
    files: Sequence[RecordFile],
    *,
    edition: str,
    layout: Layout | None = None,
    since: Iterable[Path] | None = None,
) -> Context:
    """The report on one volume; a report in a single volume does not mention volumes.

    ``since`` are the record files of an earlier run to compare with.
    """
    if volume.number > 1:
        # Remains of the previous one's pages are in reference cycles and would be freed too late.
        gc.collect()
    return make_report(
        _read(file.path for file in files),
        layout=layout,
        edition=edition,
        record_sha256=[file.entry.record_sha256 or "" for file in files],
        since=None if since is None else _read(since),
        volume=volume if volume.of > 1 else None,
    )


def print_volume(volume: Volume, files: Sequence[RecordFile]) -> bytes:
    """The internal edition on one volume as PDF, with its records attached."""
    from redact.outputs import pdf
    from redact.outputs.audit.attach import attached

    context = report_on(volume, files, edition="internal")
    return pdf.render(context, attached(read_bytes(files), volume.first))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A volume to print, with the name used for it in errors."""

    volume: Volume
    files: Sequence[RecordFile]

    @property
    def name(self) -> str:
        """The name used instead of a document's."""
        return f"audit report, volume {self.volume.number} of {self.volume.of}"


def print_volumes(records: Iterable[Path], size: int, pace: Pace) -> Iterator[bytes]:
    """The internal edition on a set in volumes of ``size`` documents, in order.

    Each process prints one volume at a time. Raises `UsageError` when one cannot be printed.
    """
    volumes = volumes_of(survey(records, "internal"), size)
    sheets = (_Sheet(volume, files) for volume, files in volumes)
    # The time limit is meant for single documents, and a volume has hundreds of them.
    pace = Pace(min(pace.jobs, len(volumes)), timeout=None)
    for printed in run(_print_sheet, sheets, pace):
        if isinstance(printed, Unexamined):
            raise UsageError(printed.what, printed.path, printed.hint)
        yield printed


def _print_sheet(sheet: _Sheet) -> bytes:
    return print_volume(sheet.volume, sheet.files)


def divide_earlier(
    volumes: Sequence[tuple[Volume, Sequence[RecordFile]]], before: Iterable[RecordFile]
) -> list[list[Path]]:
    """For each volume, the records of an earlier run in its range of names, for comparison.

    Records before the first document of the set belong to the first volume and those after the
    last to the last one, so that each earlier record is used once.
    """
    starts = [files[0].entry.name for _, files in volumes[1:]]
    parts: list[list[Path]] = [[] for _ in volumes]
    for file in before:
        parts[bisect_right(starts, file.entry.name)].append(file.path)
    return parts


def read_bytes(files: Iterable[RecordFile]) -> Iterator[bytes]:
    """The contents of record files, one by one."""
    for file in files:
        yield file.path.read_bytes()


def _read(paths: Iterable[Path]) -> Iterator[Mapping[str, Any]]:
    # Read one by one: a report keeps less of a record than the record contains.
    for path in paths:
        yield json.loads(path.read_bytes())
