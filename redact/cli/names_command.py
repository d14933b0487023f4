"""``redact names``: who is named where."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli import options
from redact.cli.console import print_skipped, print_unexamined
from redact.cli.progress import watched
from redact.cli.results import refuse_outputs, write_output
from redact.values import dataclass

if TYPE_CHECKING:
    from redact.batch.inputs import Input
    from redact.persons import Models, NotPerson
    from redact.persons.mention import Mention
    from redact.sources import Source


@click.command(short_help="Print who is named where; nothing is written.")
@options.paths
@options.output_format("human", "json")
@options.output_file("Write to this file instead of stdout.")
@click.option(
    "--show-text",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Print the names themselves: always, never, or (auto) on a terminal only.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Also say why, for each name and for each capitalised word not taken for one.",
)
@options.reading
@options.models
@options.jobs
@options.timeout
@options.quiet
@options.verbose
@options.colour
@options.force
def names(
    paths: tuple[str, ...],
    format: str,
    output: Path | None,
    show_text: str,
    explain: bool,
    kind: str | None,
    register: str | None,
    exclude: tuple[str, ...],
    stdin_name: str,
    model: str | None,
    second: tuple[str, ...],
    jobs: int,
    timeout: float,
    quiet: bool,
    verbose: bool,
    force: bool,
) -> None:
    """Print who is named where, with role and person number. Writes no file except -o.

    "named" is withheld by policy; "possible" is for the reviewer. Offsets in JSON are code points
    of the decoded text, from 0. Persons are numbered per document.

    \b
    Example:
      redact names cable.txt --format json
    """
    from redact.batch.check import TOOL
    from redact.batch.examine import load_names
    from redact.batch.pool import Pace, run
    from redact.findings import Unexamined
    from redact.outputs import json, mentions
    from redact.persons.models import Models

    models = Models(model, second)
    inputs = options.documents_of(paths, exclude, stdin_name)
    refuse_outputs([output], inputs.files, force=force)
    outcomes = run(
        partial(_named, kind, register, explain, models),
        inputs.documents,
        Pace(jobs, timeout),
        prepare=partial(load_names, models),
    )
    done = list(watched(outcomes, len(inputs.documents), "finding names", quiet=quiet))
    errors = [outcome for outcome in done if isinstance(outcome, Unexamined)]
    found = [outcome for outcome in done if not isinstance(outcome, Unexamined)]
    on_terminal = output is None and format == "human" and sys.stdout.isatty()
    shown = show_text == "always" or (show_text == "auto" and on_terminal)
    if format == "json":
        documents = [
            mentions.document_dict(o.source, o.mentions, show_text=shown, not_persons=o.not_persons)
            for o in found
        ]
        shape = {"format": "redact/mentions/v1", "tool": TOOL, "documents": documents}
        write_output(json.dump(shape), output, force)
    else:
        text = "".join(
            mentions.lines(o.source, o.mentions, show_text=shown, not_persons=o.not_persons)
            for o in found
        )
        write_output(text, output, force)
    print_unexamined(errors)
    if not quiet:
        print_skipped(inputs.skipped, verbose)
    sys.exit(3 if errors else 0)


@dataclass(frozen=True, slots=True)
class _Named:
    """The mentions of one document; ``not_persons``: words that were rejected as names, only if
    explanations were requested.
    """

    source: Source
    mentions: tuple[Mention, ...]
    not_persons: tuple[NotPerson, ...] | None


def _named(
    kind: str | None, register: str | None, explain: bool, models: Models, document: Input
) -> _Named:
    from redact.documents import parse
    from redact.persons import examine, not_persons

    source = document.read()
    examined = examine(parse(source, kind=kind, register=register), models)
    return _Named(source, examined.mentions, not_persons(examined) if explain else None)
