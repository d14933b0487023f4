"""``redact apply``: public copies and records, by policy or exactly by a plan."""

from __future__ import annotations

from pathlib import Path

import click

from redact.cli import options, outcomes, withholding
from redact.cli.console import print_skipped
from redact.cli.earlier import print_outdated


@click.command(short_help="Write public copies and audit records, by policy or by a plan.")
@options.paths
@withholding.output_folder
@withholding.reviewers_plan
@withholding.requested
def apply(
    paths: tuple[str, ...], output: Path, plan: Path | None, request: withholding.Request
) -> None:
    """Write public copies and audit records, without findings files and report.

    With --plan, withholds exactly what the plan says; if it is stale or names an unknown item,
    exits with 2 and writes nothing. redact release takes a plan too.

    \b
    Example:
      redact plan cable.txt -o plan.json
      redact apply cable.txt --plan plan.json -o out/
    """
    from redact.batch.release import write_records

    inputs = request.inputs(paths)
    settings = request.settings(output, plan)
    with withholding.published(request, settings, inputs, paths) as (done, _):
        write_records(output, done)
    outcomes.print_outcomes(done, quiet=request.quiet, verbose=request.verbose)
    if not request.quiet:
        print_skipped(inputs.skipped, request.verbose)
    print_outdated(output)
    outcomes.exit_with_counts(done, 0, quiet=request.quiet)
