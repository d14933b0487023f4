"""``redact verify``: prove a public copy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli import options
from redact.cli.files import bytes_of, record_of
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
@options.output_format("human", "json")
def verify(public: Path, record: Path, original: Path | None, format: str) -> None:
    """Prove a public copy: nothing withheld survives, and the record replays byte for byte.

    Ends with 0 when proved, 4 when withheld text survives, 3 when the original is absent or a file
    cannot be read, 1 when the bytes are not those the record explains.

    \b
    Example:
      redact verify out/public/a.txt --record out/internal/a.txt.record.json --original a.txt
    """
    from redact.batch.check import TOOL
    from redact.outputs import json
    from redact.redaction.verify import verify as prove

    claimed = record_of(bytes_of(record), record)
    proof = prove(bytes_of(public), claimed, bytes_of(original) if original else None)
    if format == "json":
        shape = {
            "format": "redact/verification/v1",
            "tool": TOOL,
            "public": public.name,
            "record": record.name,
            **proof.to_dict(),
            "note": proof.note,
            "survivors": [
                {"kind": s.kind, "line": s.line, "column": s.column} for s in proof.survivors
            ],
        }
        write_output(json.dump(shape))
    else:
        rows = [f"{check.result:<8} {check.name}" for check in proof.checks]
        rows += [
            f"{public}:{s.line}:{s.column}: a withheld {s.kind} can be read here"
            for s in proof.survivors
        ]
        rows.append(f"{proof.result}{f': {proof.note}' if proof.note else ''}")
        write_output("".join(f"{row}\n" for row in rows))
    sys.exit(proof.exit_code)
