"""``redact verify``: prove a public copy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from redact.batch.inputs import display_name
from redact.batch.output_folder import record_beside
from redact.cli import options
from redact.cli.console import say
from redact.cli.files import bytes_of, record_of
from redact.cli.formats import FORMATS, pieces
from redact.cli.results import refuse_outputs, write_output
from redact.cli.types import Place
from redact.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from redact.redaction.account.review import ReleaseOptions


@click.command(short_help="Prove a public copy, a whole release, or a report's signature.")
@click.argument("public", type=Place())
@click.option(
    "--record",
    type=Place(),
    metavar="FILE",
    help="The audit record of the copy (….record.json); found if both are where release put them.",
)
@click.option(
    "--original",
    type=Place(),
    metavar="FILE|DIR",
    help="The original (of a folder, the folder of originals); without it little can be proved.",
)
@click.option(
    "--trust",
    type=Place(),
    metavar="CERT",
    help="Check the signature of a report instead, by this certificate (PEM or DER; extra 'sign').",
)
@click.option(
    "-p",
    "--policy",
    metavar="NAME|FILE",
    help="The policy file of the release, if it was not a shipped one.",
)
@options.kind
@options.register
@options.models
@options.output_format(*FORMATS)
@options.output_file("Write the proof to this file instead of stdout.")
@click.option("-q", "--quiet", is_flag=True, help="Print no proof; the exit code says it all.")
@options.colour
@options.force
def verify(
    public: Path,
    record: Path | None,
    original: Path | None,
    trust: Path | None,
    policy: str | None,
    kind: str | None,
    register: str | None,
    model: str | None,
    second: tuple[str, ...],
    format: str,
    output: Path | None,
    quiet: bool,
    force: bool,
) -> None:
    """Prove a public copy: nothing withheld survives, the record replays byte for byte, and what it
    says about amounts, markings and findings is true.

    PUBLIC may be the output folder of a release: then every copy is proved, the chain of records
    is followed, and findings and audit report are compared with the records. Give the same
    --policy, --kind, --register, --model and --second as the release was given.

    Exits with 0 when proved, 4 when withheld text survives, 3 when the original or a policy is
    missing or a file cannot be read, 1 when copy, record or report is not what it should be.

    With --trust, PUBLIC is a signed report: exits with 0 when the signature covers all of it,
    nothing has changed since and the certificate chains to the trusted one, else with 1.

    \b
    Example:
      redact verify out/public/a.txt --original a.txt
      redact verify a.txt --record a.txt.record.json --original cables/a.txt
      redact verify out/ --original cables/
      redact verify audit.pdf --trust office.pem
    """
    if record is None and trust is None and not public.is_dir():
        record = record_beside(public)
    refuse_outputs([output], (public, record, original, trust), force=force)
    write = partial(_write_proof, output=output, quiet=quiet, force=force)
    if trust is not None:
        if record or original or format != "human":
            raise UsageError("--trust goes with no --record, --original or --format")
        _verify_signature(public, trust, write)
    from redact.persons.models import Models
    from redact.policy.load import load_policy
    from redact.redaction.account.review import ReleaseOptions

    given = ReleaseOptions(
        load_policy(policy) if policy else None, kind, register, Models(model, second)
    )
    if public.is_dir():
        if record:
            raise UsageError("the records of a folder are found in it", hint="leave --record out")
        if format not in ("human", "json"):
            raise UsageError("a folder is proved in the formats human and json only")
        if original and not original.exists():
            raise UnreadableError("no such file or directory", str(original), "check the path")
        _verify_set(public, original, given, format, write)
    data = bytes_of(public)
    if record is None:
        raise UsageError("a copy is proved with its record", hint="name it with --record FILE")
    from redact.batch.check import TOOL
    from redact.outputs import json, proof
    from redact.redaction.account.review import review
    from redact.sources import read_bytes

    claimed = record_of(bytes_of(record), record)
    proved = review(data, claimed, bytes_of(original) if original else None, given)
    if format == "json":
        shape = proof.to_dict(proved, tool=TOOL, public=public.name, record=record.name)
        text = json.dump(shape)
    elif format == "human":
        text = proof.lines(proved, str(public))
        if proved.exit_code == 1 and not quiet:
            say(f"note: the record is of the document '{claimed['original'].get('name')}'")
    else:
        source = read_bytes(data, display_name(public))
        report = proof.to_report(proved, source, tool=TOOL, as_of=options.day_of(None))
        text = "".join(pieces(format, report, lambda kind: proof.RULES, fail_on="error"))
    write(text)
    sys.exit(proved.exit_code)


def _write_proof(
    text: str, summary: str = "", *, output: Path | None, quiet: bool, force: bool
) -> None:
    """Write the proof to the requested output, and print a summary."""
    if output is not None or not quiet:
        write_output(text, output, force)
    if summary and not quiet:
        say(summary)


def _verify_set(
    folder: Path,
    originals: Path | None,
    given: ReleaseOptions,
    format: str,
    write: Callable[..., None],
) -> NoReturn:
    """Prove each copy of an output folder, and that its files agree with each other."""
    from redact.batch.check import TOOL
    from redact.batch.released_set import check_set, prove_copies, read_records
    from redact.outputs import json, proof
    from redact.redaction.verification import FAIL

    records = read_records(folder, record_of)
    proofs = {
        proved.name: proved.verification
        for proved in prove_copies(folder, records, originals, given)
    }
    checks = tuple(check_set(folder, records))
    if format == "json":
        text = json.dump(proof.set_to_dict(proofs, checks, tool=TOOL))
    else:
        text = proof.set_lines(proofs, checks)
    codes = {each.exit_code for each in proofs.values()}
    codes |= {1 for check in checks if check.result == FAIL}
    done = sum(each.result == "proved" for each in proofs.values())
    write(text, f"{done} of {len(proofs)} public copies proved; {len(records.files)} records")
    sys.exit(max(codes, default=0))


def _verify_signature(report: Path, trust: Path, write: Callable[..., None]) -> NoReturn:
    """Print one line for each check of the signature, then the result."""
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
    write("\n".join(rows) + "\n")
    sys.exit(0 if proof.holds else 1)
