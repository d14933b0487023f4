"""``redact plan``: what a policy withholds, as a file a reviewer may edit."""

from __future__ import annotations

import datetime
import sys
from functools import partial
from pathlib import Path

import click

from redact.cli import options, withholding
from redact.cli.console import print_error, print_skipped, print_unexamined, watched
from redact.cli.results import write_output


@click.command(short_help="List what a policy withholds, as a file a reviewer may edit.")
@options.paths
@options.policy
@options.today
@options.output_file("Write the plan to this file instead of stdout.")
@options.waivers
@withholding.declassification
@options.reading
@options.jobs
@options.force
@options.quiet
@options.verbose
def plan(
    paths: tuple[str, ...],
    policy: str | None,
    today: datetime.date | None,
    output: Path | None,
    waivers: Path | None,
    declassified_by: str | None,
    declassified_on: datetime.date | None,
    kind: str | None,
    register: str | None,
    exclude: tuple[str, ...],
    stdin_name: str,
    jobs: int,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    r"""List what a policy withholds, as a file a reviewer may edit (redact/plan/v1).

    In each item the reviewer sets "decision" to withhold, release or ask, and "decided_by" to his
    name; redact apply --plan does exactly that. The plan holds places, not text.

    \b
    Example:
      redact plan cables/ -o plan.json
    """
    from redact.batch.pool import run
    from redact.batch.publish import plan_or_gate
    from redact.findings import Unexamined
    from redact.outputs import json
    from redact.redaction.gate import Gated
    from redact.redaction.planfile import plan_file

    inputs = options.documents_of(paths, exclude, stdin_name)
    settings = withholding.settings_of(
        policy=policy,
        today=today,
        waivers=waivers,
        kind=kind,
        register=register,
        declassified_by=declassified_by,
        declassified_on=declassified_on,
    )
    outcomes = run(partial(plan_or_gate, settings), inputs.documents, jobs)
    done = list(watched(outcomes, len(inputs.documents), "planning", quiet=quiet))
    errors = [outcome for outcome in done if isinstance(outcome, Unexamined)]
    gated = [outcome for outcome in done if isinstance(outcome, Gated)]
    entries = [outcome for outcome in done if isinstance(outcome, dict)]
    write_output(json.dump(plan_file(entries)), output, force)
    for gate in gated:
        print_error(gate)
    print_unexamined(errors)
    if not quiet:
        print_skipped(inputs.skipped, verbose)
    sys.exit(3 if errors else int(bool(gated)))
