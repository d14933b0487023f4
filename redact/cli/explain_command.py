"""``redact explain``: the manual page of a rule."""

from __future__ import annotations

import click

from redact.cli import options
from redact.cli.results import write_output
from redact.errors import UsageError


@click.command(short_help="Print the manual page of a rule.")
@click.argument("rule", shell_complete=options.complete_rule)
def explain(rule: str) -> None:
    """Print the manual page of a rule: what it checks, why, examples, limits.

    \b
    Example:
      redact explain portion-above-banner
    """
    from redact.outputs.rulebook import manual_page
    from redact.rules import RULES

    found = RULES.get(rule) or next((r for r in RULES.values() if rule in r.former), None)
    if found is None:
        raise UsageError(f"unknown rule '{rule}'", hint=_hint(rule, list(RULES)))
    write_output(manual_page(found))


def _hint(rule: str, known: list[str]) -> str:
    import difflib

    close = difflib.get_close_matches(rule, known, n=1)
    guess = f"did you mean '{close[0]}'? " if close else ""
    return f"{guess}list them with: redact rules"
