"""``redact init``: the first configuration of a repository."""

from __future__ import annotations

from pathlib import Path

import click

from redact.cli import options
from redact.cli.console import say
from redact.config.find import NAME, STARTER
from redact.errors import UsageError
from redact.resources import is_there
from redact.sources.staging import write_file


@click.command(short_help=f"Write a commented {NAME}.")
@options.colour
@options.force
def init(force: bool) -> None:
    """Write a configuration file that explains every setting into the working folder.

    It changes nothing: each line is a comment until you uncomment it.

    \b
    Example:
      redact init
    """
    if not force and is_there(Path(NAME)):
        raise UsageError("already exists", NAME, "edit it, or start anew with --force")
    write_file(Path(NAME), STARTER.read_bytes(), force=force)
    say(f"{NAME}: written; every setting is explained in it")
