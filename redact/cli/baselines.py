"""Which baseline a check uses, and its notices about entries that are no longer needed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.batch.check import Checked
from redact.batch.inputs import Input
from redact.cli.check_run import CheckRun, reread
from redact.cli.types import Place
from redact.config.find import BASELINE
from redact.findings import Finding, Notice
from redact.resources import is_there

if TYPE_CHECKING:
    from redact.policy.baseline import Baseline, BaselineInForce

NO_BASELINE = "none"

baseline = click.option(
    "--baseline",
    type=Place(),
    metavar="FILE|none",
    help=f"Baseline to honour (else {BASELINE} in the working folder).",
)


def find_baseline(given: Path | None) -> tuple[Path, Baseline] | None:
    """The given baseline file, or the one in the working folder, and its content.

    The name ``none`` means no file at all. Raises `PolicyError` when a file is invalid, or a given
    one is missing.
    """
    path = given or Path(BASELINE)
    if str(path) == NO_BASELINE or (given is None and not os.path.lexists(path)):
        return None
    from redact.policy.baseline.file import load_baseline

    return path, load_baseline(path, Path().absolute(), os.environ)


def with_baseline(check_run: CheckRun, found: tuple[Path, Baseline] | None) -> CheckRun:
    """The run with a baseline applied; notices name the entries that match nothing."""
    if found is None:
        return check_run
    from redact.policy import baseline

    path, loaded = found
    in_force = baseline.BaselineInForce(loaded, check_run.settings.as_of)
    applied = apply_baseline(check_run, in_force)
    ran = applied.ran({entry.document for entry in loaded.entries})
    warnings = list(baseline.stale_entries(loaded, in_force.used, applied.report, ran))
    warnings += [
        f"the entry for {entry.rule} in {entry.document} names a document that is gone"
        for entry in loaded.entries
        if entry.document not in ran and not is_there(entry.document)
    ]
    hint = "look at the finding, then write it again: redact baseline --force"
    return applied.noting(*(Notice(what, str(path), hint) for what in warnings))


def apply_baseline(check_run: CheckRun, in_force: BaselineInForce) -> CheckRun:
    """The run with findings accepted by the baseline, except in documents changed meanwhile."""

    def accepted(item: Input, checked: Checked) -> tuple[Finding, ...]:
        path, findings = checked.document.path, checked.findings
        source = reread(item, checked) if findings and in_force.names(path) else None
        return findings if source is None else in_force.applied(path, findings, source.text)

    return check_run.changed(accepted)
