"""What parse and names share: their options, and the work on one document after another."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from redact.batch.inputs import Input
from redact.cli import options
from redact.cli.console import print_skipped, print_unexamined, say
from redact.cli.progress import watched
from redact.cli.results import refuse_outputs, write_output
from redact.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The options shared by parse and names."""

    format: str
    output: Path | None
    kind: str | None
    register: str | None
    exclude: tuple[str, ...]
    stdin_name: str
    jobs: int
    timeout: float
    quiet: bool
    verbose: bool
    force: bool


requested = options.gathered(
    Request,
    options.output_format("human", "json"),
    options.output_file("Write to this file instead of stdout."),
    options.reading,
    options.jobs,
    options.timeout,
    options.quiet,
    options.verbose,
    options.colour,
    options.force,
)
"""Adds the options of a `Request` to a command, passed as its argument ``request``."""


def print_each(
    request: Request,
    paths: tuple[str, ...],
    label: str,
    work: Callable[[Input], Any],
    shown: Callable[[list[Any]], str],
    prepare: Callable[[], None] | None = None,
    summary: Callable[[list[Any]], str] | None = None,
) -> NoReturn:
    """Do ``work`` on each document, write the results as ``shown``, and exit.

    ``prepare`` is called once per process, before its first document; ``summary`` makes the last
    line on stderr. The exit code is 3 when a document could not be examined, else 0.
    """
    from redact.batch.pool import Pace, nothing, run
    from redact.findings import Unexamined

    inputs = options.documents_of(paths, request.exclude, request.stdin_name)
    refuse_outputs([request.output], inputs.files, force=request.force)
    pace = Pace(request.jobs, request.timeout)
    outcomes = run(work, inputs.documents, pace, prepare=prepare or nothing)
    done = list(watched(outcomes, len(inputs.documents), label, quiet=request.quiet))
    errors = [outcome for outcome in done if isinstance(outcome, Unexamined)]
    results = [outcome for outcome in done if not isinstance(outcome, Unexamined)]
    write_output(shown(results), request.output, request.force)
    print_unexamined(errors)
    if not request.quiet:
        print_skipped(inputs.skipped, request.verbose)
        if summary:
            say(summary(results))
    sys.exit(3 if errors else 0)
