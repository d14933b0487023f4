"""``redact audit``: the audit report as PDF, HTML or Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli import options
from redact.cli.console import say
from redact.cli.files import bytes_of, record_of
from redact.cli.results import refuse_outputs, write_output
from redact.cli.types import Number, Place
from redact.errors import UsageError

if TYPE_CHECKING:
    from redact.batch.report import RecordFile
    from redact.outputs.audit import Context, Volume


FORMATS = ("pdf", "html", "md")
ENDINGS = {
    "": "pdf",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
}
"""The format for each file name extension."""


@click.command(short_help="Print the audit report on records as PDF, HTML or Markdown.")
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@click.option(
    "-o",
    "--output",
    type=Place(),
    metavar="FILE",
    help="File to write; HTML and Markdown go to standard output without it.",
)
@click.option(
    "-f",
    "--format",
    type=click.Choice(FORMATS),
    help="Output format (else the ending of FILE decides; PDF if it has none).",
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
@click.option(
    "--volume",
    type=Number(1, 1_000_000),
    metavar="N",
    help="At most N documents a file: FILE-1, FILE-2 and so on, each with the totals of all.",
)
@click.option(
    "--sign",
    type=Place(),
    metavar="KEY.p12",
    help="Sign the PDF with the key of this PKCS #12 file (extra 'sign').",
)
@click.option(
    "--passphrase-file",
    type=Place(),
    metavar="FILE",
    help="File whose first line is the passphrase of the key.",
)
@options.colour
@options.force
def audit(
    records: tuple[str, ...],
    output: Path | None,
    format: str | None,
    edition: str,
    layout: str | None,
    since: str | None,
    volume: int | None,
    sign: Path | None,
    passphrase_file: Path | None,
    force: bool,
) -> None:
    """Print the audit report on records (files, or folders of them) as PDF, HTML or Markdown.

    Neither edition shows text of a document. The same records give the same bytes.

    \b
    Example:
      redact audit out/internal -o audit.pdf
      redact audit out/internal --edition releasable -o audit.html
      redact audit out/internal --layout comment --format md
      redact audit out/internal --volume 500 -o audit.pdf
      redact audit out/internal -o audit.pdf --sign office.p12 --passphrase-file pass.txt
    """
    from redact.batch.report import divide_earlier, report_on, survey, volumes_of
    from redact.outputs.audit import load_layout

    kind = format or _format_of(output)
    to_file = output is not None and str(output) != "-"
    if kind == "pdf" and not to_file:
        raise UsageError("a PDF needs a file to be written to", hint="name one with -o FILE.pdf")
    if volume and not to_file:
        raise UsageError("volumes are separate files", hint="name them with -o FILE")
    if sign and kind != "pdf":
        raise UsageError("only a PDF can be signed", hint="name one with -o FILE.pdf")
    signed = _signing(sign, passphrase_file)
    chosen = load_layout(layout) if layout else None
    files = survey(_files(records), edition, bytes_of, record_of)
    volumes = volumes_of(files, volume or len(files))
    places = [_place(output, part) for part, _ in volumes]
    refuse_outputs(places, [file.path for file in files], force=force)
    before = survey(_files((since,)), edition, bytes_of, record_of) if since else []
    earlier = divide_earlier(volumes, before)
    for (part, own), place, compared in zip(volumes, places, earlier, strict=True):
        report = report_on(
            part, own, edition=edition, layout=chosen, since=compared if since else None
        )
        write_output(signed(_render(report, kind, own)), place, force)
        if part.of > 1:
            say(f"{place}: volume {part.number} of {part.of}, documents {part.first}-{part.last}")


def _signing(
    key: Path | None, passphrase_file: Path | None
) -> Callable[[str | bytes], str | bytes]:
    """A function applied to a finished report before it is written: signs it, or does nothing."""
    if key is None:
        if passphrase_file:
            raise UsageError("a passphrase without a key", hint="name the key with --sign KEY.p12")
        return lambda report: report
    from redact.outputs.pdf.signature import sign

    data, passphrase = bytes_of(key), None
    if passphrase_file:
        passphrase = bytes_of(passphrase_file).split(b"\n", 1)[0].rstrip(b"\r")
    return lambda report: (
        sign(report, data, passphrase, str(key)) if isinstance(report, bytes) else report
    )


def _place(output: Path | None, volume: Volume) -> Path | None:
    """The path to which a volume is written."""
    from redact.outputs.audit import volume_name

    return output and output.with_stem(volume_name(output.stem, volume.number, volume.of))


def _render(report: Context, kind: str, files: Sequence[RecordFile]) -> str | bytes:
    if kind == "html":
        from redact.outputs import html

        return html.render(report)
    if kind == "md":
        from redact.outputs import markdown

        return markdown.render(report)
    from redact.batch.report import read_bytes
    from redact.outputs import pdf
    from redact.outputs.audit.attach import attached

    first = report.volume.first if report.volume else 1
    return pdf.render(report, attached(read_bytes(files), first))


def _format_of(output: Path | None) -> str:
    """The format for a file's extension. Raises `UsageError` for an unknown extension."""
    ending = output.suffix.lower() if output else ""
    if ending not in ENDINGS:
        raise UsageError(
            "this ending names no format of the report",
            str(output),
            "end it in .pdf, .html or .md, or name the format with --format",
        )
    return ENDINGS[ending]


def _files(records: tuple[str, ...]) -> set[Path]:
    """The given record files, including those in folders. Raises `UsageError` if there are none."""
    found: set[Path] = set()
    for record in records:
        path = Path(record)
        found |= set(path.rglob("*.record.json")) if path.is_dir() else {path}
    if not found:
        raise UsageError("no record found", hint="name ….record.json files or their folder")
    return found
