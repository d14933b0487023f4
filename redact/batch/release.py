"""The end of a release: the chain through the records, the findings and the audit report."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from redact.batch.check import TOOL
from redact.batch.inputs import Input
from redact.batch.publish import (
    Outcome,
    PublishSettings,
    public_path,
    record_path,
    unfinished,
)
from redact.errors import UsageError
from redact.findings import Report, Unexamined
from redact.redaction.chain import link_records
from redact.sources.staging import write_file


def refuse_output(output: Path, documents: Sequence[Input], roots: Iterable[str]) -> None:
    """Raise `UsageError` when the output folder and an input lie inside one another."""
    target = output.resolve()
    for root in roots:
        given = Path(root).resolve()
        if given.is_dir() and target.is_relative_to(given):
            raise UsageError(
                f"the output folder lies inside the input '{root}'",
                str(output),
                "choose a folder elsewhere",
            )
    for document in documents:
        if document.path is not None and document.path.resolve().is_relative_to(target):
            raise UsageError(
                f"the input '{document.name}' lies inside the output folder",
                str(output),
                "choose a folder elsewhere",
            )


def refuse_existing(settings: PublishSettings, documents: Sequence[Input], *more: str) -> None:
    """Raise `UsageError` when an output is there already and ``--force`` is not given."""
    if settings.force:
        return
    for document in documents:
        for path in (
            public_path(settings.output, document.relative),
            record_path(settings.output, document.relative),
        ):
            _refuse(path)
    for name in more:
        _refuse(settings.output / "internal" / name)


def _refuse(path: Path) -> None:
    if path.exists():
        raise UsageError(
            "is there already", str(path), "choose another folder, or replace it with --force"
        )


@contextlib.contextmanager
def clean_run(output: Path) -> Iterator[None]:
    """A run into an output folder; copies that were not finished are gone when it ends or fails."""
    shutil.rmtree(unfinished(output), ignore_errors=True)
    try:
        yield
    finally:
        shutil.rmtree(unfinished(output), ignore_errors=True)


def write_records(output: Path, outcomes: Iterable[Outcome]) -> list[bytes]:
    """Chain the records in order of relative path and write them, then make the copies public.

    Returns the bytes of the records in order.
    """
    done = list(outcomes)
    linked = link_records({outcome.relative: outcome.record for outcome in done})
    for relative, data in linked.items():
        write_file(record_path(output, relative), data, force=True)
    for outcome in done:
        finished = unfinished(output) / outcome.relative
        if finished.is_file():
            target = public_path(output, outcome.relative)
            target.parent.mkdir(parents=True, exist_ok=True)
            finished.replace(target)
    return list(linked.values())


def write_report(output: Path, records: Sequence[bytes]) -> Path:
    """Print the audit report on the records, as ``internal/audit.pdf``."""
    from redact.outputs.pdf import render

    path = output / "internal" / "audit.pdf"
    pdf = render(
        [json.loads(record) for record in records],
        record_sha256=[hashlib.sha256(record).hexdigest() for record in records],
    )
    write_file(path, pdf, force=True)
    return path


def reports_of(
    settings: PublishSettings, outcomes: Sequence[Outcome], errors: tuple[Unexamined, ...]
) -> tuple[Report, Report]:
    """The findings of the originals in stage *record*, and of the public copies in *release*."""
    record = Report(
        tool=TOOL,
        as_of=settings.as_of,
        stage="record",
        documents=tuple(outcome.document for outcome in outcomes),
        findings=tuple(finding for outcome in outcomes for finding in outcome.findings),
        errors=errors,
    )
    public = tuple(finding for outcome in outcomes for finding in outcome.public_findings)
    return record, replace(record, stage="release", findings=public)
