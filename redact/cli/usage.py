"""Wrong usage of the command line, told as every other error is: what, and how to put it right."""

from __future__ import annotations

import click

from redact.errors import UsageError


def told_as_ours(error: click.UsageError, command: str = "redact") -> UsageError:
    """What click says of wrong usage, as an error of ours that points at the command's help.

    ``command`` is the one that was called, where the error does not know it.
    """
    said = " ".join(error.format_message().split()).rstrip(".")
    command = error.ctx.command_path if error.ctx else command
    return UsageError(said[:1].lower() + said[1:], hint=f"see {command} --help")


def unknown_command(name: str, known: tuple[str, ...]) -> UsageError:
    """The error for a command there is none of, with the nearest right name."""
    from redact.policy.nearest import did_you_mean  # only a wrong word loads it

    return UsageError(
        f"unknown command '{name}'", hint=did_you_mean(name, known, "list them with: redact --help")
    )
