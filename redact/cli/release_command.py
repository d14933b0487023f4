"""``redact release``: the main job in one command."""

from __future__ import annotations

from pathlib import Path

import click

from redact.cli import options, outcomes, withholding
from redact.cli.console import print_skipped, say
from redact.cli.results import exit_code


@click.command(short_help="Check, withhold, write public copies, prove them, print the report.")
@options.paths
@withholding.output_folder
@withholding.reviewers_plan
@options.fail_on
@withholding.requested
def release(
    paths: tuple[str, ...],
    output: Path,
    plan: Path | None,
    fail_on: str,
    request: withholding.Request,
) -> None:
    """Check the markings, withhold what the policy says, write public copies, prove them and print
    the audit report, for a file or a whole folder.

    A document whose marks contradict themselves gets no public copy until it is corrected or the
    finding is waived. Each copy is proved from the bytes on disk before it is kept.

    \b
    Writes:
      DIR/public/…                    the public copies, and nothing else
      DIR/internal/….record.json      one audit record per document, chained
      DIR/internal/findings.json      findings of the originals
      DIR/internal/findings-public.json  findings of the public copies
      DIR/internal/audit.pdf          the audit report (audit-1.pdf, … over 500 documents)

    \b
    Example:
      redact release cables/ -o out/
      redact release cables/ --plan plan.json -o out/
    """
    from redact.batch.release import report_names, reports_of, write_records, write_reports
    from redact.outputs import json
    from redact.sources.staging import write_file

    inputs = request.inputs(paths)
    settings = request.settings(output, plan)
    names = ("findings.json", "findings-public.json", *report_names(len(inputs.documents)))
    with withholding.published(request, settings, inputs, paths, also=names) as (done, store):
        reports = reports_of(settings, done)
        printed: list[Path] = []
        if done.outcomes or request.force:  # with --force, findings of an earlier run are replaced
            records = write_records(output, done)
            for name, report in zip(names[:2], reports, strict=True):
                content = map(str.encode, json.pieces(report))
                write_file(output / "internal" / name, content, force=True)
            if records:
                printed = write_reports(output, records, store, request.pace)
    outcomes.print_outcomes(done, quiet=request.quiet, verbose=request.verbose)
    if not request.quiet:
        if len(printed) > 1:
            say(f"audit report in {len(printed)} volumes: {printed[0]} to {printed[-1].name}")
        elif printed:
            say(f"audit report: {printed[0]}")
        print_skipped(inputs.skipped, request.verbose)
    found = max(exit_code(report.tally(), fail_on) == 1 for report in reports)
    outcomes.exit_with_counts(done, int(found), quiet=request.quiet)
