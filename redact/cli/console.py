"""What is written to stderr, apart from the data: errors and notices; and the use of colour."""

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
"""Notices about the check itself shown without ``-v``; machine formats contain all."""


_COLOURS = {
    "error": "red",
    "leak": "red",
    "not released": "red",
    "warning": "yellow",
    "note": "cyan",
    "help": "cyan",
}
"""Colours of the words that begin a line on stderr."""

_choice = ContextVar("colour", default="auto")


def choose_colour(choice: str) -> None:
    """Set whether this run's output is coloured: ``auto``, ``always`` or ``never``."""
    _choice.set(choice)


def always_colour() -> bool:
    """Whether ``--color always`` was given."""
    return _choice.get() == "always"


def print_error(error: RedactError) -> None:
    """Print what went wrong, where, and how to fix it on stderr."""
    say(f"error: {error}")
    if error.hint:
        say(f"  help: {error.hint}")


def say(line: str) -> None:
    """Print one line on stderr; a file name in it cannot control the terminal or add lines."""
    from redact.outputs.frame import visible  # --version and --help start without it

    try:
        click.echo(_coloured(visible(line)), err=True, color=True)
    except OSError:  # nobody reads it, or nothing takes it; that changes no verdict
        redirect_to_null(sys.stderr)


def _coloured(line: str) -> str:
    """A line for stderr with its first word in colour, if colour is wanted."""
    word, colon, rest = line.partition(":")
    colour = _COLOURS.get(word.strip())
    if not (colon and colour and wants_colour(sys.stderr)):
        return line
    return click.style(word + colon, fg=colour, bold=True) + rest


def redirect_to_null(stream: TextIO) -> None:
    """Redirect a stream whose reader is gone to the null device."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def print_unexamined(errors: Iterable[Unexamined]) -> None:
    """Print each document that could not be examined on stderr."""
    for error in errors:
        print_error(RedactError(error.what, error.path, error.hint))


def print_notices(notices: Sequence[Notice], *, verbose: bool = False) -> None:
    """Print notices about the check itself on stderr; notices with the same help print it once,
    and only the first of many are shown.
    """
    shown = notices if verbose or len(notices) <= NOTICES else notices[:NOTICES]
    for place, notice in enumerate(shown):
        say(f"{notice.severity}: {notice}")
        if notice.hint and notice.hint not in [later.hint for later in shown[place + 1 :]]:
            say(f"  help: {notice.hint}")
    if len(shown) < len(notices):
        say(f"note: {len(notices) - len(shown)} more warnings and notes (-v shows them)")


def print_skipped(skipped: tuple[str, ...], verbose: bool) -> None:
    """Print how many files in folders were skipped; with ``verbose`` their names, and why."""
    if not skipped:
        return
    names = f": {', '.join(skipped)}" if verbose or len(skipped) <= 3 else " (-v names them)"
    files = "file that is not a document" if len(skipped) == 1 else "files that are not documents"
    say(f"skipped {len(skipped)} {files}{names}")
    if verbose:
        from redact.batch.walk import SEARCHED  # --version and --help start without it

        say(f"  help: {SEARCHED}")


def terminal_columns(stream: TextIO) -> int | None:
    """The width of the terminal that a stream writes to; ``None`` when it is none or unknown."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def wants_colour(stream: TextIO) -> bool:
    """Whether to use colour: by the option, then FORCE_COLOR and NO_COLOR, then the terminal."""
    choice = _choice.get()
    if choice != "auto":
        return choice == "always"
    if os.environ.get("FORCE_COLOR"):
        return True
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and stream.isatty()
