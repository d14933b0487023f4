"""What goes to the terminal beside the data, on stderr: errors and colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from redact.errors import RedactError

if TYPE_CHECKING:
    from redact.findings import Notice, Unexamined

NOTICES = 10
"""Notices about the check itself shown without ``-v``; machine formats hold all."""


_COLOURS = {
    "error": "red",
    "leak": "red",
    "not released": "red",
    "warning": "yellow",
    "note": "cyan",
    "help": "cyan",
}
"""Of the words with which a line on stderr begins."""

_choice = ContextVar("colour", default="auto")


def choose_colour(choice: str) -> None:
    """Colour what this run prints ``auto``, ``always`` or ``never``."""
    _choice.set(choice)


def always_colour() -> bool:
    """Whether ``--color always`` was given."""
    return _choice.get() == "always"


def print_error(error: RedactError) -> None:
    """What went wrong, where, and how to fix it, on stderr."""
    say(f"error: {error}")
    if error.hint:
        say(f"  help: {error.hint}")


def say(line: str) -> None:
    """One line on stderr; a file name in it cannot steer the terminal or add lines."""
    from redact.outputs.frame import visible  # --version and --help start without it

    try:
        click.echo(_coloured(visible(line)), err=True, color=True)
    except OSError:  # nobody reads it, or nothing takes it; that changes no verdict
        lead_nowhere(sys.stderr)


def _coloured(line: str) -> str:
    """A line on stderr with its first word in colour, where colour is wanted."""
    word, colon, rest = line.partition(":")
    colour = _COLOURS.get(word.strip())
    if not (colon and colour and wants_colour(sys.stderr)):
        return line
    return click.style(word + colon, fg=colour, bold=True) + rest


def lead_nowhere(stream: TextIO) -> None:
    """Give a stream whose reader went away a place where nobody reads."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def print_unexamined(errors: Iterable[Unexamined]) -> None:
    """Each document that could not be examined, on stderr."""
    for error in errors:
        print_error(RedactError(error.what, error.path, error.hint))


def print_notices(notices: Sequence[Notice], *, verbose: bool = False) -> None:
    """What the reader must know of the check itself, on stderr; a help is said once for all that
    share it, and of many notices the first ones are shown.
    """
    shown = notices if verbose or len(notices) <= NOTICES else notices[:NOTICES]
    for place, notice in enumerate(shown):
        say(f"{'warning' if notice.path else 'note'}: {notice}")
        if notice.hint and notice.hint not in [later.hint for later in shown[place + 1 :]]:
            say(f"  help: {notice.hint}")
    if len(shown) < len(notices):
        say(f"note: {len(notices) - len(shown)} more warnings and notes (-v shows them)")


def print_skipped(skipped: tuple[str, ...], verbose: bool) -> None:
    """How many files of the folders were left out; with ``verbose`` their names, and why."""
    if not skipped:
        return
    names = f": {', '.join(skipped)}" if verbose or len(skipped) <= 3 else " (-v names them)"
    files = "file that is not a document" if len(skipped) == 1 else "files that are not documents"
    say(f"skipped {len(skipped)} {files}{names}")
    if verbose:
        from redact.batch.walk import SEARCHED  # --version and --help start without it

        say(f"  help: {SEARCHED}")


def wants_colour(stream: TextIO) -> bool:
    """Whether to colour: the option first, then FORCE_COLOR and NO_COLOR, then the terminal."""
    choice = _choice.get()
    if choice != "auto":
        return choice == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and stream.isatty()
