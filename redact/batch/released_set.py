"""Proving a whole output folder: every copy by its record, and the files next to the records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from redact.batch.output_folder import RECORD_ENDING
from redact.batch.released_files import check_findings_file, check_reports
from redact.errors import UnreadableError, UsageError
from redact.redaction.account.review import ReleaseOptions, review
from redact.redaction.chain import check_chain
from redact.redaction.verification import FAIL, PASS, Check, Difference, Verification
from redact.resources import file_bytes
from redact.values import dataclass

CHAIN = "chain of the records is whole"
REPORT = "audit report is the one that the records give"
COPIES = "every public copy has its record, and every record its copy"


@dataclass(frozen=True, slots=True)
class Proved:
    """What was proved about one document, identified by its relative path."""

    name: str
    verification: Verification


@dataclass(frozen=True, slots=True)
class Records:
    """The record files of an output folder, by the relative path of their documents."""

    paths: Mapping[str, Path]
    files: Mapping[str, bytes]
    records: Mapping[str, Mapping[str, Any]]


def read_records(output: Path, record_of: Callable[[bytes, Path], dict[str, Any]]) -> Records:
    """The records of an output folder. Raises `UsageError` when none exists or one is invalid."""
    folder = output / "internal"
    found = sorted(path for path in folder.rglob(f"*{RECORD_ENDING}") if path.is_file())
    if not found:
        raise UsageError(
            "holds no records", str(output), "name the output folder of redact release"
        )
    names = {_name(path, folder): path for path in found}
    files = {name: file_bytes(path, str(path), UnreadableError) for name, path in names.items()}
    return Records(
        names, files, {name: record_of(files[name], names[name]) for name in sorted(files)}
    )


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix().removesuffix(RECORD_ENDING)


def prove_copies(
    output: Path, records: Records, originals: Path | None, options: ReleaseOptions
) -> Iterator[Proved]:
    """The proof of each public copy, by its record and its original below ``originals``.

    Without its original a copy is not proved. Raises `UnreadableError` for a file that cannot be
    read.
    """
    for name, record in records.records.items():
        place = output / "public" / name
        if record["public"] is None or not place.is_file():
            continue
        copy = file_bytes(place, str(place), UnreadableError)
        original = None
        if originals is not None:
            beside = originals if originals.is_file() else originals / name
            if beside.exists():
                original = file_bytes(beside, str(beside), UnreadableError)
        yield Proved(name, review(copy, record, original, options))


def check_set(output: Path, records: Records) -> Iterator[Check]:
    """Checks that the files of an output folder agree with each other, without the originals."""
    breaks = check_chain(records.files)
    yield _check(CHAIN, (Difference(b.path, "is not the record its chain names") for b in breaks))
    yield _check(COPIES, _copies(output, records))
    internal = output / "internal"
    for file, stage in (("findings.json", "record"), ("findings-public.json", "release")):
        place = internal / file
        if place.is_file():
            found = check_findings_file(place.read_bytes(), records.records, stage)
            yield _check(f"{file} agrees with the records", found)
    if any(internal.glob("audit*.pdf")):
        yield _check(REPORT, check_reports(internal, list(records.paths.values())))


def _copies(output: Path, records: Records) -> Iterator[Difference]:
    folder = output / "public"
    public = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}
    recorded = {name for name, record in records.records.items() if record["public"] is not None}
    for name, record in records.records.items():
        if record["original"]["name"] != name:
            yield Difference(name, "has the record of another document")
    for name in sorted(public - recorded):
        yield Difference(name, "is in public/ without a record of its release")
    for name in sorted(recorded - public):
        yield Difference(name, "has a record of its release and is not in public/")


def _check(name: str, differences: Iterator[Difference]) -> Check:
    found = tuple(differences)
    return Check(name, FAIL if found else PASS, found)
