"""Command line usage errors, reported like all others: what is wrong, and how to fix it."""

from __future__ import annotations

import click

from redact.errors import UsageError


def as_our_error(error: click.UsageError, command: str = "redact") -> UsageError:
    """A click usage error, converted to a `UsageError` that points to the command's help.

    ``command`` is the command that was called, used where the error does not name it.
    """
    said = " ".join(error.format_message().split()).rstrip(".")
    command = error.ctx.command_path if error.ctx else command
    return UsageError(said[:1].lower() + said[1:], hint=f"see {command} --help")


def unknown_command(name: str, known: tuple[str, ...]) -> UsageError:
    """The error for an unknown command, with the closest valid name."""
    from redact.policy.nearest import did_you_mean  # only a wrong word loads it

    return UsageError(
        f"unknown command '{name}'", hint=did_you_mean(name, known, "list them with: redact --help")
    )
