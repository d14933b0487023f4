"""``redact explain``: the manual page of a rule."""

from __future__ import annotations

import click

from redact.cli import options
from redact.cli.completion import complete_rule
from redact.cli.results import write_output
from redact.errors import UsageError


@click.command(short_help="Print the manual page of a rule.")
@click.argument("rule", shell_complete=complete_rule)
@options.colour
def explain(rule: str) -> None:
    """Print the manual page of a rule: what it checks, why, examples, limits, and how severe it is
    by what authority under each shipped policy.

    \b
    Example:
      redact explain portion-above-banner
    """
    from redact.outputs.rulebook import bindings, manual_page
    from redact.policy.load import load_all_shipped
    from redact.policy.nearest import did_you_mean
    from redact.rules import RULES

    name = rule.lower()
    found = RULES.get(name) or next((r for r in RULES.values() if name in r.former), None)
    if found is None:
        raise UsageError(
            f"unknown rule '{rule}'", hint=did_you_mean(name, RULES, "list them with: redact rules")
        )
    write_output(manual_page(found) + "\n" + bindings(found, load_all_shipped()))
