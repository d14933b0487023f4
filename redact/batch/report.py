"""Printing the audit report on many records, volume by volume, with one volume in memory."""

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
    """A record file, and what is kept of the record when it was read the first time."""

    path: Path
    entry: Entry


def survey(
    paths: Iterable[Path],
    edition: str,
    load: Callable[[Path], bytes] = Path.read_bytes,
    read: Callable[[bytes, Path], Mapping[str, Any]] = lambda data, _: json.loads(data),
) -> list[RecordFile]:
    """The record files in the order of their documents.

    Each is read on its own: ``load`` gives its bytes, ``read`` the record that they are; both
    are told the path, to name it where they object.
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
    """The report on one volume; a report in one volume says nothing of volumes.

    ``since`` are the record files of an earlier run to compare with.
    """
    # What is left of the pages of the volume before refers to itself; it would be freed too late.
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
    """A volume to print, under the name that errors give it."""

    volume: Volume
    files: Sequence[RecordFile]

    @property
    def name(self) -> str:
        """What stands in the place of a document's name."""
        return f"audit report, volume {self.volume.number} of {self.volume.of}"


def print_volumes(records: Iterable[Path], size: int, pace: Pace) -> Iterator[bytes]:
    """The internal edition on a set in volumes of so many documents, in order.

    Each process prints a volume at a time. Raises `UsageError` when one cannot be printed.
    """
    volumes = volumes_of(survey(records, "internal"), size)
    sheets = (_Sheet(volume, files) for volume, files in volumes)
    # A time limit is meant for documents, and there are hundreds of them in a volume.
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
    """For each volume, the records of an earlier run it is compared with: those among its names.

    What came before the first document of the set belongs to the first volume and what came after
    the last to the last, so that each earlier record is looked at once.
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
    # Read one by one: a report keeps of a record less than the record holds.
    for path in paths:
        yield json.loads(path.read_bytes())
