"""``redact verify``: prove a public copy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from redact.batch.inputs import display_name
from redact.cli import options
from redact.cli.console import say
from redact.cli.files import bytes_of, record_of
from redact.cli.formats import FORMATS, pieces
from redact.cli.results import write_output
from redact.errors import UsageError


@click.command(short_help="Prove a public copy by its record, or a report by its signature.")
@click.argument("public", type=click.Path(path_type=Path))
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The audit record of the copy (….record.json).",
)
@click.option(
    "--original",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The original; without it only structure and hashes can be checked.",
)
@click.option(
    "--trust",
    type=click.Path(path_type=Path),
    metavar="CERT",
    help="Check the signature of a report instead, by this certificate (PEM or DER; extra 'sign').",
)
@options.output_format(*FORMATS)
@options.output_file("Write the proof to this file instead of stdout.")
@options.force
def verify(
    public: Path,
    record: Path | None,
    original: Path | None,
    trust: Path | None,
    format: str,
    output: Path | None,
    force: bool,
) -> None:
    """Prove a public copy: nothing withheld survives, and the record replays byte for byte.

    Ends with 0 when proved, 4 when withheld text survives, 3 when the original is absent or a file
    cannot be read, 1 when the bytes are not those the record explains.

    With --trust, PUBLIC is a signed report: 0 when the signature covers all of it, nothing was
    changed since and the certificate leads to the trusted one, 1 otherwise.

    \b
    Example:
      redact verify out/public/a.txt --record out/internal/a.txt.record.json --original a.txt
      redact verify audit.pdf --trust office.pem
    """
    if trust is not None:
        if record or original or format != "human":
            raise UsageError("--trust goes with no --record, --original or --format")
        _verify_signature(public, trust, output, force)
    if record is None:
        raise UsageError("a copy is proved by its record", hint="name it by --record FILE")
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
        if proved.exit_code == 1:
            say(f"note: the record is of the document '{claimed['original'].get('name')}'")
    else:
        source = read_bytes(data, display_name(public))
        report = proof.to_report(proved, source, tool=TOOL, as_of=options.day_of(None))
        text = "".join(pieces(format, report, lambda kind: proof.RULES, fail_on="error"))
    write_output(text, output, force)
    sys.exit(proved.exit_code)


def _verify_signature(report: Path, trust: Path, output: Path | None, force: bool) -> NoReturn:
    """One line for each check of the signature, then the result."""
    from redact.outputs.audit.characters import visible
    from redact.outputs.pdf.signature import check_signature

    proof = check_signature(bytes_of(report), bytes_of(trust), str(report), str(trust))
    rows = [f"{'pass' if passed else 'fail':<8} {check}" for check, passed in proof.checks]
    signer = visible(proof.signer)
    if proof.holds:
        result = f"signed by {signer}"
    else:
        result = f"the signature by {signer} does not hold" if signer else "not signed"
    rows.append(f"{report}: {result}")
    write_output("\n".join(rows) + "\n", output, force)
    sys.exit(0 if proof.holds else 1)
