"""``redact baseline``: accept today's findings for a time."""

from __future__ import annotations

import datetime
import os
import secrets
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli import options
from redact.cli.baselines import apply_baseline
from redact.cli.check_run import CheckRun, reread
from redact.cli.checking import Request, requested, run_check
from redact.cli.console import print_notices, print_unexamined, say
from redact.cli.results import refuse_outputs, write_output
from redact.cli.types import Day
from redact.config.find import BASELINE
from redact.errors import UsageError
from redact.findings import Severity
from redact.resources import is_there

if TYPE_CHECKING:
    from redact.policy.baseline import Baseline, Entry


@click.command(short_help="Accept today's findings, with owner, reason and expiry.")
@options.paths
@click.option("--reason", required=True, metavar="TEXT", help="Why the findings are accepted.")
@click.option(
    "--owner", required=True, metavar="NAME", help="Who is responsible for resolving them."
)
@click.option(
    "--expires",
    required=True,
    type=Day(),
    metavar="DATE",
    help="Last day on which they are accepted.",
)
@requested
@options.output_file(f"File to write instead of {BASELINE}.")
@options.force
def baseline(
    request: Request,
    paths: tuple[str, ...],
    reason: str,
    owner: str,
    expires: datetime.date,
    output: Path | None,
    force: bool,
) -> None:
    """Accept today's findings for a time, so that only new ones fail a check.

    Takes the findings at or above --fail-on. An entry identifies its finding by rule, document and
    a keyed digest of the passage, not by line: when the passage changes, the finding comes back.
    With --force an existing file is rewritten: entries still in use are kept with their owner,
    reason and expiry, the others are dropped.

    \b
    Example:
      redact baseline cables/ --reason "before our time" --owner "J. Roe" --expires 2027-06-30
    """
    from redact.policy.baseline import Baseline, new_entries
    from redact.policy.baseline.file import KEY_VARIABLE, MAX_BYTES, dump_baseline, load_baseline

    _refuse_empty(request, reason, owner, expires)
    path, working = output or Path(BASELINE), Path().absolute()
    if path.is_file() and not force:
        raise UsageError(
            "already exists", str(path), "--force writes it again and keeps what still serves"
        )
    previous = load_baseline(path, working, os.environ) if path.is_file() else None
    key = os.environ.get(KEY_VARIABLE) or (previous.key if previous else secrets.token_hex(16))
    inputs = request.inputs(paths)
    refuse_outputs([path], inputs.files, force=force)
    check_run = run_check(request, inputs)
    check_run, kept = _entries_to_keep(check_run, previous)
    entry_of = partial(
        new_entries,
        key=key,
        at_least=Severity(request.fail_on),
        reason=reason,
        owner=owner,
        expires=expires,
    )
    new = [
        entry
        for item, checked in check_run.checked()
        if checked.findings and (source := reread(item, checked))
        for entry in entry_of(checked.document.path, checked.findings, source.text)
    ]
    report = check_run.report
    entries = sorted({*kept, *new}, key=lambda e: (e.document, e.rule, e.content))
    written = Baseline(key, tuple(entries))
    keep_key = not os.environ.get(KEY_VARIABLE)
    content = dump_baseline(written, path, working, keep_key=keep_key).encode()
    if len(content) > MAX_BYTES:
        raise UsageError(
            f"{len(entries)} findings are more than a baseline holds",
            str(path),
            "write one for each folder with -o, and check the folders one by one",
        )
    write_output(content, path, force)
    print_unexamined(report.errors)
    print_notices(report.notices)
    if not request.quiet:
        dropped = len(previous.entries) - len(kept) if previous else 0
        say(f"{path}: {len(new)} new, {len(kept)} kept, {dropped} dropped")
    sys.exit(3 if report.errors else 0)


def _refuse_empty(request: Request, reason: str, owner: str, expires: datetime.date) -> None:
    """Raise `UsageError` for a date in the past, or a reason or owner without readable text."""
    if expires < options.day_of(request.today):
        raise UsageError(f"{expires} has passed", "--expires", "choose a later day")
    for value, option in ((reason, "--reason"), (owner, "--owner")):
        if not value.strip():
            raise UsageError("must not be empty", option, "write it for those who come after you")
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise UsageError("is not UTF-8 text", option, "write it in UTF-8")


def _entries_to_keep(
    check_run: CheckRun, previous: Baseline | None
) -> tuple[CheckRun, frozenset[Entry]]:
    """The run with the previous baseline applied, and the entries to keep: those that match a
    finding, and those of documents that were not checked this time.
    """
    from redact.policy.baseline import BaselineInForce

    if previous is None:
        return check_run, frozenset()
    in_force = BaselineInForce(previous, check_run.settings.as_of)
    applied = apply_baseline(check_run, in_force)
    ran = check_run.ran({entry.document for entry in previous.entries})
    elsewhere = {
        entry
        for entry in previous.entries
        if entry.document not in ran and is_there(entry.document)
    }
    return applied, frozenset(in_force.used | elsewhere)
