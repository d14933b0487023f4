"""``redact check``: what is wrong with the markings."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli import options
from redact.cli.console import print_skipped, print_unexamined, wants_colour, watched
from redact.cli.results import exit_code, write_output
from redact.findings import Report, Severity

if TYPE_CHECKING:
    from redact.batch.check import Outcome

FORMATS = ("human", "json", "sarif", "junit", "github")


@click.command(short_help="Report what is wrong with the markings.")
@options.paths
@options.policy
@options.stage
@options.today
@options.output_format(*FORMATS)
@options.output_file("Write the findings to this file instead of stdout.")
@options.fail_on
@options.waivers
@options.reading
@options.jobs
@options.reporting
@options.force
def check(
    paths: tuple[str, ...],
    policy: str | None,
    stage: str,
    today: datetime.date | None,
    format: str,
    output: Path | None,
    fail_on: str,
    waivers: Path | None,
    kind: str | None,
    register: str | None,
    exclude: tuple[str, ...],
    stdin_name: str,
    jobs: int,
    quiet: bool,
    verbose: bool,
    color: str,
    force: bool,
) -> None:
    """Report what is wrong with the markings of telegrams and other marked documents.

    Files, folders (walked in order) or - for stdin. No language model is loaded and nothing is
    written but -o. On a terminal each finding shows the line with carets; piped, it is one line.

    \b
    Example:
      redact check cables/ --fail-on warning
    """
    from redact.batch.check import CheckSettings, check_all, report_of
    from redact.cli.waivers import find_waivers
    from redact.outputs.human import summary

    inputs = options.documents_of(paths, exclude, stdin_name)
    frames = format == "human" and output is None and (sys.stdout.isatty() or color == "always")
    settings = CheckSettings(
        as_of=options.day_of(today),
        stage=stage,
        policy=policy,
        kind=kind,
        register=register,
        waivers=find_waivers(waivers, policy, options.day_of(today)),
        keep_sources=frames,
    )
    outcomes = check_all(
        settings,
        inputs.documents,
        jobs,
        lambda items: watched(items, len(inputs.documents), "checking", quiet=quiet),
    )
    report = report_of(settings, outcomes, inputs.skipped)
    rendered = _rendered(format, report, outcomes, frames=frames, color=color, fail_on=fail_on)
    write_output(rendered, output, force)
    print_unexamined(report.errors)
    if not quiet:
        print_skipped(report.skipped, verbose)
        click.echo(summary(report), err=True)
    sys.exit(exit_code(report, fail_on))


def _rendered(
    format: str,
    report: Report,
    outcomes: list[Outcome],
    *,
    frames: bool,
    color: str,
    fail_on: str,
) -> str:
    """The report in the format asked for; each format is loaded only when it is used."""
    from redact.findings import Unexamined

    done = [outcome for outcome in outcomes if not isinstance(outcome, Unexamined)]
    match format:
        case "json":
            from redact.outputs import json

            return json.render(report)
        case "sarif":
            from redact.outputs import sarif

            return sarif.render(report)
        case "junit":
            from redact.outputs import junit

            rules = {outcome.document.path: outcome.rules for outcome in done}
            return junit.render(report, rules, fail_on=Severity(fail_on))
        case "github":
            from redact.outputs import github

            return github.render(report)
        case _:
            from redact.outputs import human

            sources = {o.source.path: o.source for o in done if o.source is not None}
            colour = frames and wants_colour(color, sys.stdout)
            return human.render(report, sources, frames=frames, colour=colour)
