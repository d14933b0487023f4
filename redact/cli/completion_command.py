"""``redact completion``: the script for shell completion of commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from redact.cli.results import write_output


@click.command(short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    \b
    Example:
      redact completion bash > ~/.local/share/bash-completion/completions/redact
    """
    kind = get_completion_class(shell)
    assert kind is not None
    root = ctx.find_root().command
    write_output(kind(root, {}, "redact", "_REDACT_COMPLETE").source() + "\n")
