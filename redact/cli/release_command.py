"""``redact release``: the main job in one command."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from redact.cli import options, withholding
from redact.cli.console import print_skipped
from redact.cli.results import exit_code


@click.command(short_help="Check, withhold, write public copies, prove them, print the report.")
@options.paths
@withholding.output_folder
@options.policy
@options.today
@options.fail_on
@options.waivers
@withholding.declassification
@options.reading
@options.jobs
@options.force
@options.quiet
@options.verbose
def release(
    paths: tuple[str, ...],
    output: Path,
    policy: str | None,
    today: datetime.date | None,
    fail_on: str,
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
    r"""Check the markings, withhold what the policy says, write public copies, prove them and print
    the audit report, for a file or a whole folder.

    A document whose marks contradict themselves gets no public copy until it is corrected or the
    finding is waived. Every copy is proved from the bytes on disk before it is kept.

    \b
    Writes:
      DIR/public/…                    the public copies, and nothing else
      DIR/internal/….record.json      one audit record per document, chained
      DIR/internal/findings.json      findings of the originals
      DIR/internal/findings-public.json  findings of the public copies
      DIR/internal/audit.pdf          the audit report

    \b
    Example:
      redact release cables/ -o out/
    """
    from redact.batch.release import reports_of, write_records, write_report
    from redact.outputs import json
    from redact.sources.staging import write_file

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
    )
    names = ("findings.json", "findings-public.json", "audit.pdf")
    outcomes, errors = withholding.publish_all(
        settings, inputs, paths, jobs=jobs, quiet=quiet, also=names
    )
    reports = reports_of(settings, outcomes, errors)
    for name, report in zip(names[:2], reports, strict=True):
        write_file(output / "internal" / name, json.render(report).encode(), force=True)
    records = write_records(output, outcomes)
    if records:
        write_report(output, records)
    withholding.tell(outcomes, errors, quiet=quiet)
    if not quiet:
        print_skipped(inputs.skipped, verbose)
    found = max(exit_code(report, fail_on) == 1 for report in reports)
    withholding.end(outcomes, errors, int(found), quiet=quiet)
