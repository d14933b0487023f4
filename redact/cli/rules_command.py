"""``redact rules``: which rules a policy applies."""

from __future__ import annotations

import click

from redact.cli import options
from redact.cli.completion import complete_policy
from redact.cli.results import write_output


@click.command(short_help="List the rules with severity and authority under a policy.")
@click.option(
    "-p",
    "--policy",
    envvar="REDACT_POLICY",
    default="state-telegram",
    show_default=True,
    metavar="NAME|FILE",
    shell_complete=complete_policy,
    help="Policy whose rules to list.",
)
@options.output_format("human", "json")
@options.colour
def rules(policy: str, format: str) -> None:
    """List the rules with severity and authority under a policy; in JSON also with their cases,
    stages, parameters and what each checks.

    \b
    Example:
      redact rules --policy us-national-security
    """
    from redact.outputs import json
    from redact.outputs.rulebook import listing, table
    from redact.policy.load import load_policy

    bound = listing(load_policy(policy))
    write_output(json.dump(bound) if format == "json" else table(bound))
