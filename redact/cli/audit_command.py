"""``redact audit``: the audit report as PDF."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from redact.cli import options
from redact.cli.files import bytes_of, record_of
from redact.cli.results import write_output
from redact.errors import UsageError


@click.command(short_help="Print the audit report on records as PDF.")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE.pdf",
    help="File to write.",
)
@click.option(
    "--edition",
    type=click.Choice(["internal", "releasable"]),
    default="internal",
    show_default=True,
    help="releasable leaves out everything that helps to guess what was withheld.",
)
@click.option("--layout", type=click.Path(path_type=Path), metavar="FILE", help="Layout to use.")
@options.force
def audit(
    records: tuple[str, ...], output: Path, edition: str, layout: Path | None, force: bool
) -> None:
    """Print the audit report on records (files, or folders of them) as PDF.

    Neither edition shows text of a document. The same records give the same bytes.

    \b
    Example:
      redact audit out/internal -o audit.pdf
    """
    from redact.outputs.audit.layout import load_layout
    from redact.outputs.pdf import render

    files = sorted(_files(records))
    data = [bytes_of(path) for path in files]
    pdf = render(
        [record_of(content, path) for content, path in zip(data, files, strict=True)],
        layout=load_layout(layout) if layout else None,
        edition=edition,
        record_sha256=[hashlib.sha256(content).hexdigest() for content in data],
    )
    write_output(pdf, output, force)


def _files(records: tuple[str, ...]) -> set[Path]:
    """The record files named, those of folders included. Raises `UsageError` for none."""
    found: set[Path] = set()
    for record in records:
        path = Path(record)
        found |= set(path.rglob("*.record.json")) if path.is_dir() else {path}
    if not found:
        raise UsageError("no record found", hint="name ….record.json files or their folder")
    return found
