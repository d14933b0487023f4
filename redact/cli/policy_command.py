"""``redact policy``: list, show, validate and compare policies."""

from __future__ import annotations

import click

from redact.cli import options
from redact.cli.completion import complete_policy
from redact.cli.results import write_output


@click.group(short_help="List, show, validate or compare policies.")
def policy() -> None:
    """List, show, validate or compare policies.

    A policy says which rules apply, how severe each is and by what authority, and what must be
    withheld. Policies are YAML; your own policy extends a shipped one.

    \b
    Example:
      redact policy show foia-release
    """


name = click.argument("name", metavar="NAME|FILE", shell_complete=complete_policy)


@policy.command("list", short_help="List the shipped policies.")
@options.output_format("human", "json")
@options.colour
def list_policies(format: str) -> None:
    """List the shipped policies, each with its version and purpose.

    \b
    Example:
      redact policy list
    """
    from redact.outputs import json
    from redact.policy.load import load_all_shipped

    found = load_all_shipped()
    if format == "json":
        entries = [
            {
                "name": p.name,
                "version": p.version,
                "description": p.description,
                "rules": len(p.rules),
                "withholds": bool(p.withhold),
            }
            for p in found
        ]
        write_output(json.dump(entries))
        return
    width = max(len(p.name) for p in found)
    write_output("".join(f"{p.name:<{width}}  {p.version}  {p.description}\n" for p in found))


@policy.command("show", short_help="Print a policy with the origin of every value.")
@name
@options.output_format("human", "json")
@options.colour
def show_policy(name: str, format: str) -> None:
    """Print a policy with the file each value comes from and every loosening marked.

    \b
    Example:
      redact policy show foia-release
    """
    from redact.outputs import json
    from redact.policy import show

    shown = show.show_policy(name)
    write_output(json.dump(shown.to_dict()) if format == "json" else show.render_policy(shown))


@policy.command("validate", short_help="Check policy files for mistakes.")
@click.argument("names", metavar="NAME|FILE...", nargs=-1, required=True)
@options.colour
def validate_policies(names: tuple[str, ...]) -> None:
    """Check policy files; a mistake exits with 2 and is shown with its line and a way to fix it.

    \b
    Example:
      redact policy validate policies/local.yaml
    """
    from redact.policy.load import load_policy

    for name in names:
        loaded = load_policy(name)
        line = f"{name}: {loaded.name} {loaded.version} is valid, {len(loaded.rules)} rules"
        write_output(f"{line}\n")


@policy.command("diff", short_help="Print the differences between two policies.")
@click.argument("before", metavar="NAME|FILE", shell_complete=complete_policy)
@click.argument("after", metavar="NAME|FILE", shell_complete=complete_policy)
@options.output_format("human", "json")
@options.colour
def diff_policies(before: str, after: str, format: str) -> None:
    """Print what the second policy changes from the first, with loosenings marked.

    \b
    Example:
      redact policy diff foia-release policies/local.yaml
    """
    from redact.outputs import json
    from redact.policy.diff import differences, render_differences
    from redact.policy.load import load_policy

    found = differences(load_policy(before), load_policy(after))
    if format == "json":
        write_output(json.dump([difference.to_dict() for difference in found]))
    else:
        write_output(render_differences(found))
