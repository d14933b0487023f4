"""``redact marking``: single markings."""

from __future__ import annotations

import datetime
import sys

import click

from redact.cli import options
from redact.cli.completion import complete_policy
from redact.cli.results import write_output
from redact.cli.streams import read_stdin
from redact.cli.types import Name
from redact.errors import UsageError
from redact.sources.read import MAX_BYTES


@click.command(short_help="Parse single markings: fields, canonical forms, what was meant.")
@click.argument("texts", nargs=-1, metavar="[TEXT...|-]")
@click.option(
    "--form",
    type=click.Choice(["auto", "banner", "portion"]),
    default="auto",
    show_default=True,
    help="Read each text as a banner line or as a portion mark.",
)
@click.option(
    "--rollup",
    is_flag=True,
    help="Treat the texts as portion marks and print the banner they require.",
)
@click.option(
    "-p",
    "--policy",
    type=Name(),
    envvar="REDACT_POLICY",
    default="us-national-security",
    show_default=True,
    metavar="NAME|FILE",
    shell_complete=complete_policy,
    help="Policy whose rules and register to use.",
)
@options.register
@options.today
@options.output_format("human", "json")
@options.colour
def marking(
    texts: tuple[str, ...],
    form: str,
    rollup: bool,
    policy: str,
    register: str | None,
    today: datetime.date | None,
    format: str,
) -> None:
    """Parse single markings: whether valid, fields, canonical banner and portion forms, and what
    was probably meant.

    Without TEXT, or with -, markings are read from stdin, one per line. JSON is one object per
    line. Exits with 1 when a marking is not valid.

    \b
    Example:
      redact marking 'SECRET//NOFORN' '(C//REL TO USA, GBR)'
      redact marking --rollup '(S//NF)' '(C)' '(U)'
    """
    from redact.markings.register import load_register
    from redact.outputs import json
    from redact.outputs.marking import report_marking, report_rollup, table, table_of_rollup
    from redact.policy.load import load_policy

    chosen = load_policy(policy)
    if register is None and not chosen.registers:
        raise UsageError(f"the policy '{chosen.name}' names no register", hint="use --register")
    known = load_register(register or chosen.registers[-1])
    lines = _lines(texts)
    if rollup:
        if not lines:
            raise UsageError("no portion mark given", "--rollup", "name one or more, as '(S//NF)'")
        rolled = report_rollup(lines, register=known)
        write_output(json.line(rolled) if format == "json" else table_of_rollup(rolled))
        sys.exit(int(bool(rolled["unread"])))
    as_of = options.day_of(today)
    entries = [
        report_marking(text, policy=chosen, register=known, as_of=as_of, form=form)
        for text in lines
    ]
    rendered = [json.line(entry) if format == "json" else table(entry) for entry in entries]
    write_output(("" if format == "json" else "\n").join(rendered))
    sys.exit(int(not all(entry["valid"] for entry in entries)))


def _lines(texts: tuple[str, ...]) -> list[str]:
    """The markings: the arguments, or the lines of stdin that are not blank."""
    if texts and texts != ("-",):
        return list(texts)
    stdin = read_stdin(MAX_BYTES).decode("utf-8", "replace")
    return [line for line in stdin.splitlines() if line.strip()]
