"""Which baseline a check honours, and what it says of one that no longer serves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.batch.check import Checked
from redact.batch.inputs import Input
from redact.cli.checkup import Checkup, reread
from redact.cli.types import Place
from redact.config.find import BASELINE
from redact.findings import Finding, Notice
from redact.resources import is_there

if TYPE_CHECKING:
    from redact.policy.baseline import Leave

NO_BASELINE = "none"

baseline = click.option(
    "--baseline",
    type=Place(),
    metavar="FILE|none",
    help=f"Baseline to honour (else {BASELINE} in the working folder).",
)


def with_baseline(checkup: Checkup, given: Path | None) -> Checkup:
    """The checkup with leave from the baseline file given, or from the one that lies here.

    The name ``none`` stands for no file at all.
    Its notices name the entries that let nothing stand. Raises `PolicyError` when a file is wrong,
    or one that was named is missing.
    """
    path = given or Path(BASELINE)
    if str(path) == NO_BASELINE or (given is None and not os.path.lexists(path)):
        return checkup
    from redact.policy import baseline
    from redact.policy.baseline.file import load_baseline

    loaded = load_baseline(path, Path().absolute(), os.environ)
    leave = baseline.Leave(loaded, checkup.settings.as_of)
    left = with_leave(checkup, leave)
    ran = left.ran({entry.document for entry in loaded.entries})
    told = list(baseline.doubts(loaded, leave.used, left.report, ran))
    told += [
        f"the entry for {entry.rule} in {entry.document} names a document that is gone"
        for entry in loaded.entries
        if entry.document not in ran and not is_there(entry.document)
    ]
    hint = "look at the finding, then write it again: redact baseline --force"
    return left.noting(*(Notice(what, str(path), hint) for what in told))


def with_leave(checkup: Checkup, leave: Leave) -> Checkup:
    """The checkup with what a baseline lets stand. A document that changed since has no leave."""

    def lay(item: Input, checked: Checked) -> tuple[Finding, ...]:
        path, findings = checked.document.path, checked.findings
        source = reread(item, checked) if findings and leave.names(path) else None
        return findings if source is None else leave.over(path, findings, source.text)

    return checkup.changed(lay)
