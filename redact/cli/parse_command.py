"""``redact parse``: what was read."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import Any

import click

from redact.batch.inputs import Input
from redact.cli import options
from redact.cli.console import print_skipped, print_unexamined
from redact.cli.progress import watched
from redact.cli.results import refuse_outputs, write_output


@click.command(short_help="Print what was parsed: kind, envelope, authority, paragraphs.")
@options.paths
@options.output_format("human", "json")
@options.output_file("Write to this file instead of stdout.")
@options.reading
@options.jobs
@options.timeout
@options.quiet
@options.verbose
@options.colour
@options.force
def parse(
    paths: tuple[str, ...],
    format: str,
    output: Path | None,
    kind: str | None,
    register: str | None,
    exclude: tuple[str, ...],
    stdin_name: str,
    jobs: int,
    timeout: float,
    quiet: bool,
    verbose: bool,
    force: bool,
) -> None:
    """Print what was parsed: kind, banner, envelope, captions, authority, references, paragraphs.

    Fragments are welcome: three lines of a telegram give the fields those lines hold. Offsets in
    JSON are code points of the decoded text, from 0.

    \b
    Example:
      redact parse cable.txt --format json | jq .documents[0].tags
    """
    from redact.batch.check import TOOL
    from redact.batch.pool import Pace, run
    from redact.findings import Unexamined
    from redact.outputs import json
    from redact.outputs.parsed import render

    inputs = options.documents_of(paths, exclude, stdin_name)
    refuse_outputs([output], inputs.files, force=force)
    outcomes = run(partial(_parsed, kind, register), inputs.documents, Pace(jobs, timeout))
    done = list(watched(outcomes, len(inputs.documents), "parsing", quiet=quiet))
    errors = [outcome for outcome in done if isinstance(outcome, Unexamined)]
    documents = [outcome for outcome in done if not isinstance(outcome, Unexamined)]
    if format == "json":
        shape = {"format": "redact/documents/v1", "tool": TOOL, "documents": documents}
        write_output(json.dump(shape), output, force)
    else:
        write_output("\n".join(render(document) for document in documents), output, force)
    print_unexamined(errors)
    if not quiet:
        print_skipped(inputs.skipped, verbose)
    sys.exit(3 if errors else 0)


def _parsed(kind: str | None, register: str | None, document: Input) -> dict[str, Any]:
    from redact.documents import parse as parse_document

    return parse_document(document.read(), kind=kind, register=register).to_dict()
