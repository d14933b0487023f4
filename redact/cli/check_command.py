"""``redact check``: what is wrong with the markings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from redact.batch.inputs import Inputs
from redact.cli import options
from redact.cli.baselines import baseline
from redact.cli.check_run import CheckRun, Sources, reread
from redact.cli.checking import Request, requested, run_check
from redact.cli.console import (
    always_colour,
    print_notices,
    print_skipped,
    print_unexamined,
    say,
    terminal_columns,
    wants_colour,
)
from redact.cli.formats import FORMATS, pieces, reports
from redact.cli.results import exit_code, refuse_outputs, write_pieces


@click.command(short_help="Report what is wrong with the markings.")
@options.paths
@requested
@baseline
@click.option(
    "--diff",
    "base",
    metavar="BASE",
    help="Only what changed since this git revision: changed files, findings on changed lines, "
    "and findings about a changed document as a whole.",
)
@click.option(
    "--fix-diff",
    is_flag=True,
    help="Print a unified diff of the mechanical fixes instead of the findings. It shows "
    "document text; no file is edited.",
)
@options.output_format(*FORMATS)
@options.output_file("Write the findings to this file instead of stdout.")
@reports
@options.verbose
@options.force
def check(
    request: Request,
    paths: tuple[str, ...],
    baseline: Path | None,
    base: str | None,
    fix_diff: bool,
    format: str,
    output: Path | None,
    reports: tuple[tuple[str, Path], ...],
    verbose: bool,
    force: bool,
) -> None:
    """Report what is wrong with the markings of telegrams and other marked documents.

    PATH is a file, a folder (walked in order) or - for stdin. Loads no language model and writes no
    file except by -o and --report. On a terminal each finding shows its line of the document with
    carets; piped, each finding is one line.

    \b
    Examples:
      redact check cables/ --fail-on warning
      redact check . --diff origin/main --report sarif=redact.sarif
    """
    from redact.outputs import human

    inputs = request.inputs(paths)
    refuse_outputs([output, *(file for _, file in reports)], inputs.files, force=force)
    frames = format == "human" and output is None and (sys.stdout.isatty() or always_colour())
    is_lines = format == "human" and not frames and not fix_diff
    check_run = _checked(request, inputs, baseline, base)
    report = check_run.report
    machine = partial(pieces, report=report, rules_of=check_run.rules_of, fail_on=request.fail_on)
    for form, file in reports:
        write_pieces(machine(form), file, force)
    if fix_diff:
        write_pieces(_fixes(check_run, shown=output is None and sys.stdout.isatty()), output, force)
    elif format == "human":
        sources = Sources(check_run) if frames else None
        colour = frames and wants_colour(sys.stdout)
        lines = human.pieces(
            report, sources, colour=colour, verbose=verbose, columns=terminal_columns(sys.stdout)
        )
        write_pieces(lines, output, force)
    else:
        write_pieces(machine(format), output, force)
    print_unexamined(report.errors)
    print_notices(report.notices, verbose=verbose)
    tally = report.tally()
    if not request.quiet:
        print_skipped(report.skipped, verbose)
        say(human.summary(tally))
        if is_lines and any(tally.severities.values()):
            say("help: redact explain RULE says what a rule requires, and why")
    sys.exit(exit_code(tally, request.fail_on))


def _checked(request: Request, inputs: Inputs, baseline: Path | None, base: str | None) -> CheckRun:
    """The run with the baseline applied, limited to what the change touched."""
    from redact.cli.baselines import find_baseline, with_baseline

    accepted = find_baseline(baseline)  # a wrong file is reported before the work
    if base is None:
        return with_baseline(run_check(request, inputs), accepted)
    from redact.cli.since import changed_inputs, only_touched

    changed, touched = changed_inputs(inputs, base)
    check_run = with_baseline(run_check(request, changed), accepted)
    return only_touched(check_run, touched, base)


def _fixes(check_run: CheckRun, *, shown: bool) -> Iterator[str]:
    """The diff of each document in turn; overlapping fixes are reported on stderr.

    Output ``shown`` on a terminal cannot control it.
    """
    from redact.outputs.frame import visible
    from redact.outputs.patch import choose, render

    for item, checked in check_run.checked():
        edits, left_out = choose(checked.findings)
        source = reread(item, checked) if edits else None
        if source is not None:
            diff = render(source, edits)
            yield "\n".join(map(visible, diff.split("\n"))) if shown else diff
        for finding in left_out:
            line, column = finding.start
            place = f"{finding.path}:{line}:{column}"
            say(f"{place}: {finding.rule}: fix left out, it overlaps another")
