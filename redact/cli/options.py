"""Options shared by several commands, defined and explained once."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from redact.batch.inputs import Inputs, collect
from redact.cli.completion import complete_policy, complete_term
from redact.cli.console import choose_colour
from redact.cli.interruption import STORE
from redact.cli.streams import output_files, read_stdin
from redact.cli.types import Day, Name, Number, Place
from redact.errors import UsageError
from redact.findings import STAGES, Severity
from redact.sources.read import MAX_BYTES

MOST_SECONDS = 100_000_000.0
"""Three years: within the limit for system alarms."""

Command = TypeVar("Command", bound=Callable[..., Any])


paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
policy = click.option(
    "-p",
    "--policy",
    type=Name(),
    envvar="REDACT_POLICY",
    metavar="NAME|FILE",
    shell_complete=complete_policy,
    help="Policy to use instead of the one the kind of document selects.",
)
stage = click.option(
    "--stage",
    type=click.Choice(STAGES),
    default="record",
    show_default=True,
    help="draft: before sending; record: a filed copy; release: the file is a public copy.",
)
today = click.option(
    "--today",
    type=Day(),
    metavar="DATE",
    help="Day to check date rules against (else SOURCE_DATE_EPOCH, else today in UTC).",
)
fail_on = click.option(
    "--fail-on",
    type=click.Choice([str(severity) for severity in Severity]),
    default="error",
    show_default=True,
    help="Lowest severity that makes the exit code 1 (of a baseline: that it accepts).",
)
select = click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_term,
    help="Run only these rules: ids, families (name or letter) or patterns, separated by commas.",
)
ignore = click.option(
    "--ignore",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_term,
    help="Leave these rules out; same form as --select.",
)
model = click.option(
    "--model",
    type=Name(),
    metavar="NAME|FOLDER",
    help="spaCy model to find names with (else REDACT_MODEL, else the shipped one).",
)
second = click.option(
    "--second",
    type=Name(),
    multiple=True,
    envvar="REDACT_SECOND",
    metavar="NAME|FOLDER",
    help='Also ask this model for a second opinion: "rampart" or a spaCy model; may be repeated.',
)
waivers = click.option(
    "--waivers",
    type=Place(),
    metavar="FILE",
    help="Waivers to honour (else waivers.yaml beside the policy file or in the working folder).",
)
kind = click.option(
    "--kind",
    type=click.Choice(["telegram", "military", "memorandum", "cui", "public-copy", "text"]),
    help="Treat every document as this kind instead of detecting it.",
)
register = click.option(
    "--register",
    type=Name(),
    metavar="NAME",
    help="Marking system to use instead of the kind's own.",
)
exclude = click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Skip files and folders inside a folder, by name or path; may be repeated.",
)
stdin_name = click.option(
    "--stdin-name", default="-", metavar="NAME", help="Name of the document read from stdin."
)
jobs = click.option(
    "-j",
    "--jobs",
    type=Number(1, 256),
    metavar="NUMBER",
    default=1,
    show_default=True,
    help="Worker processes.",
)
timeout = click.option(
    "--timeout",
    type=Number(0.001, MOST_SECONDS),
    default=600,
    show_default=True,
    metavar="SECONDS",
    help="Give up on a document that takes longer; the others are still processed.",
)


def _remembered(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """The folder of a store; a run that ends early reports that its results are kept there."""
    ctx.meta[STORE] = value is not None
    return value


store = click.option(
    "--store",
    type=Place(file_okay=False),
    metavar="DIR",
    callback=_remembered,
    help="Cache results here (a private folder), so that the next run only does what changed.",
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Print no summary and no progress.")
verbose = click.option(
    "-v", "--verbose", is_flag=True, help="Name each document and skipped file, show every notice."
)
colour = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    expose_value=False,
    is_eager=True,
    callback=lambda context, parameter, choice: choose_colour(choice),
    help="Colour on a terminal; NO_COLOR and FORCE_COLOR are honoured.",
)
force = click.option("--force", is_flag=True, help="Replace existing outputs.")


def output_format(*formats: str) -> Callable[[Command], Command]:
    """The ``--format`` option of a command; the first format is its default."""
    return click.option(
        "-f",
        "--format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="Output format.",
    )


def output_file(help: str) -> Callable[[Command], Command]:
    """The ``-o`` option of a command that writes one file."""
    return click.option("-o", "--output", type=Place(), metavar="FILE", help=help)


def together(*options: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Several options as one decorator, in the order shown in ``--help``."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def gathered(
    request: type[Any], *options: Callable[[Any], Any]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Add these options to a command and pass their values as its argument ``request``."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(command)
        def run(**values: Any) -> None:
            own = {field.name: values.pop(field.name) for field in dataclasses.fields(request)}
            command(request=request(**own), **values)

        return together(*options)(run)

    return decorate


working = together(jobs, timeout, store)
"""How many documents are processed."""


reading = together(kind, register, exclude, stdin_name)
"""How documents are found and read."""

models = together(model, second)
"""What finds the names."""


def day_of(today: datetime.date | None) -> datetime.date:
    """The date for date rules. Raises `UsageError` for an invalid SOURCE_DATE_EPOCH."""
    if today is not None:
        return today
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now(datetime.UTC).date()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            "is not a number of seconds", "SOURCE_DATE_EPOCH", "unset it, or use --today"
        ) from error


def documents_of(paths: tuple[str, ...], exclude: tuple[str, ...], stdin_name: str) -> Inputs:
    """The documents given on the command line; standard input is read once.

    Excludes the command's own output, if that is redirected into a folder it reads.
    """
    stdin = read_stdin(MAX_BYTES) if "-" in paths else None
    own = output_files()
    return collect(paths, exclude=exclude, stdin=stdin, stdin_name=stdin_name, own=own)
