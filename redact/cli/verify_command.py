"""``redact verify``: prove a public copy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.batch.inputs import display_name
from redact.cli import options
from redact.cli.files import bytes_of, record_of
from redact.cli.formats import FORMATS, rendered
from redact.cli.results import write_output


@click.command(short_help="Prove a public copy by its record and the original.")
@click.argument("public", type=click.Path(path_type=Path))
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    required=True,
    metavar="FILE",
    help="The audit record of the copy (….record.json).",
)
@click.option(
    "--original",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The original; without it only structure and hashes can be checked.",
)
@options.output_format(*FORMATS)
@options.output_file("Write the proof to this file instead of stdout.")
@options.force
def verify(
    public: Path,
    record: Path,
    original: Path | None,
    format: str,
    output: Path | None,
    force: bool,
) -> None:
    """Prove a public copy: nothing withheld survives, and the record replays byte for byte.

    Ends with 0 when proved, 4 when withheld text survives, 3 when the original is absent or a file
    cannot be read, 1 when the bytes are not those the record explains.

    \b
    Example:
      redact verify out/public/a.txt --record out/internal/a.txt.record.json --original a.txt
    """
    from redact.batch.check import TOOL
    from redact.outputs import json, proof
    from redact.redaction.verify import verify as prove
    from redact.sources import read_bytes

    claimed = record_of(bytes_of(record), record)
    data = bytes_of(public)
    proved = prove(data, claimed, bytes_of(original) if original else None)
    if format == "json":
        shape = proof.to_dict(proved, tool=TOOL, public=public.name, record=record.name)
        text = json.dump(shape)
    elif format == "human":
        text = proof.lines(proved, str(public))
    else:
        source = read_bytes(data, display_name(public))
        report = proof.to_report(proved, source, tool=TOOL, as_of=options.day_of(None))
        text = rendered(format, report, {source.path: proof.RULES}, fail_on="error")
    write_output(text, output, force)
    sys.exit(proved.exit_code)
