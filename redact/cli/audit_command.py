"""``redact audit``: the audit report as PDF, HTML or Markdown."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli import options
from redact.cli.files import bytes_of, record_of
from redact.cli.results import write_output
from redact.errors import UsageError

if TYPE_CHECKING:
    from redact.outputs.audit import Context


FORMATS = ("pdf", "html", "md")
ENDINGS = {
    "": "pdf",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
}
"""The format that the ending of a file's name asks for."""


@click.command(short_help="Print the audit report on records as PDF, HTML or Markdown.")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="File to write; HTML and Markdown go to standard output without it.",
)
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="Without it, the ending of FILE decides; PDF where it has none.",
)
@click.option(
    "--edition",
    type=click.Choice(["internal", "releasable"]),
    default="internal",
    show_default=True,
    help="releasable leaves out everything that helps to guess what was withheld.",
)
@click.option(
    "--layout", metavar="NAME|FILE", help="Layout to use: a shipped one, or a file of your own."
)
@click.option(
    "--since",
    metavar="RECORD-DIR",
    help="Records of an earlier run; the report says what changed since.",
)
@options.force
def audit(
    records: tuple[str, ...],
    output: Path | None,
    format: str | None,
    edition: str,
    layout: str | None,
    since: str | None,
    force: bool,
) -> None:
    """Print the audit report on records (files, or folders of them) as PDF, HTML or Markdown.

    Neither edition shows text of a document. The same records give the same bytes.

    \b
    Example:
      redact audit out/internal -o audit.pdf
      redact audit out/internal --edition releasable -o audit.html
      redact audit out/internal --layout comment --format md
    """
    from redact.outputs.audit import load_layout, make_report

    kind = format or _format_of(output)
    if kind == "pdf" and (output is None or str(output) == "-"):
        raise UsageError("a PDF needs a file to be written to", hint="name one with -o FILE.pdf")
    files = sorted(_files(records))
    data = [bytes_of(path) for path in files]
    report = make_report(
        (record_of(content, path) for content, path in zip(data, files, strict=True)),
        layout=load_layout(layout) if layout else None,
        edition=edition,
        record_sha256=[hashlib.sha256(content).hexdigest() for content in data],
        since=None if since is None else [_read(path) for path in sorted(_files((since,)))],
    )
    write_output(_render(report, kind, data), output, force)


def _read(path: Path) -> dict[str, Any]:
    return record_of(bytes_of(path), path)


def _render(report: Context, kind: str, records: Sequence[bytes]) -> str | bytes:
    if kind == "html":
        from redact.outputs import html

        return html.render(report)
    if kind == "md":
        from redact.outputs import markdown

        return markdown.render(report)
    from redact.outputs import pdf
    from redact.outputs.audit.attach import attached

    return pdf.render(report, attached(records))


def _format_of(output: Path | None) -> str:
    """The format a file's ending asks for. Raises `UsageError` for one that asks for none."""
    ending = output.suffix.lower() if output else ""
    if ending not in ENDINGS:
        raise UsageError(
            "this ending names no format of the report",
            str(output),
            "end it in .pdf, .html or .md, or name the format with --format",
        )
    return ENDINGS[ending]


def _files(records: tuple[str, ...]) -> set[Path]:
    """The record files named, those of folders included. Raises `UsageError` for none."""
    found: set[Path] = set()
    for record in records:
        path = Path(record)
        found |= set(path.rglob("*.record.json")) if path.is_dir() else {path}
    if not found:
        raise UsageError("no record found", hint="name ….record.json files or their folder")
    return found
