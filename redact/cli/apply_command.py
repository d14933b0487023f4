"""``redact apply``: public copies and records, by policy or exactly by a plan."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from redact.cli import options, withholding
from redact.cli.console import print_skipped


@click.command(short_help="Write public copies and audit records, by policy or by a plan.")
@options.paths
@withholding.output_folder
@click.option(
    "--plan",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Withhold exactly what this plan says (made by redact plan, edited by a reviewer).",
)
@options.policy
@options.today
@options.waivers
@withholding.declassification
@options.reading
@options.jobs
@options.force
@options.quiet
@options.verbose
def apply(
    paths: tuple[str, ...],
    output: Path,
    plan: Path | None,
    policy: str | None,
    today: datetime.date | None,
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
    r"""Write public copies and audit records.

    With --plan, exactly what the plan says is withheld; a plan that is stale or names an unknown
    item ends with 2 and nothing is written.

    \b
    Example:
      redact plan cable.txt -o plan.json
      redact apply cable.txt --plan plan.json -o out/
    """
    from redact.batch.release import write_records

    inputs = options.documents_of(paths, exclude, stdin_name)
    settings = withholding.settings_of(
        policy=policy,
        today=today,
        waivers=waivers,
        kind=kind,
        register=register,
        declassified_by=declassified_by,
        declassified_on=declassified_on,
        output=output,
        force=force,
        plan=plan,
    )
    outcomes, errors = withholding.publish_all(settings, inputs, paths, jobs=jobs, quiet=quiet)
    write_records(output, outcomes)
    withholding.tell(outcomes, errors, quiet=quiet)
    if not quiet:
        print_skipped(inputs.skipped, verbose)
    withholding.end(outcomes, errors, 0, quiet=quiet)
