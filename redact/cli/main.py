"""The ``redact`` command: finds the requested command and turns errors into messages."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from redact import __version__
from redact.cli.console import choose_colour, print_error, redirect_to_null, say
from redact.cli.interruption import Terminated, early_end, ended_in_order
from redact.cli.usage import as_our_error, unknown_command
from redact.errors import RedactError, UsageError

COMMANDS = (
    "init",
    "check",
    "baseline",
    "parse",
    "marking",
    "names",
    "plan",
    "apply",
    "verify",
    "audit",
    "release",
    "rules",
    "explain",
    "policy",
    "doctor",
    "completion",
)
"""Commands in the order of use; the command ``x`` is ``redact.cli.x_command.x``."""


_SIGNALLED = 128
"""What a shell adds to the number of the signal that terminated a command."""

_NEW_OBJECTS = 50_000
"""New objects before Python collects reference cycles; a command creates few of those."""


class Commands(click.Group):
    """A group that loads the module of a command only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command with that name, ``None`` when there is none."""
        if cmd_name not in COMMANDS:
            return None
        # The command "check" is in check_command.py.
        module = importlib.import_module(f"redact.cli.{cmd_name}_command")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named by the first word. Raises `UsageError` with the closest valid name."""
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise unknown_command(args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; Ctrl-C and SIGTERM end it with the exit code a shell expects."""
        try:
            with ended_in_order():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            say(early_end(ctx, "interrupted"))
            sys.exit(_SIGNALLED + signal.SIGINT)
        except Terminated:
            say(early_end(ctx, "terminated"))
            sys.exit(_SIGNALLED + signal.SIGTERM)
        except BrokenPipeError:
            _end_unread()
        except EOFError as error:
            # click would print "Aborted!" and exit with 1, as for a finding.
            raise RuntimeError("something ended unexpectedly") from error
        except click.exceptions.NoArgsIsHelpError:
            raise  # prints the help
        except click.UsageError as error:
            called = ctx.invoked_subcommand
            raise as_our_error(error, f"redact {called}" if called else "redact") from error

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """The context of a run. Raises `UsageError` for a wrong option before the command."""
        try:
            return super().make_context(*args, **kwargs)
        except BrokenPipeError:
            _end_unread()
        except click.exceptions.NoArgsIsHelpError:
            raise  # prints the help
        except click.UsageError as error:
            raise as_our_error(error) from error

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command. Errors become a message and an exit code, never a traceback."""
        gc.set_threshold(_NEW_OBJECTS)
        _open_closed_streams()
        choose_colour("auto")
        try:
            return super().main(*args, **kwargs)
        except RedactError as error:
            print_error(error)
            sys.exit(error.exit_code)
        except Exception as error:
            if os.environ.get("REDACT_DEBUG"):
                raise
            if isinstance(error, OSError) and error.strerror:
                print_error(_refused(error))
                sys.exit(UsageError.exit_code)
            print_error(
                RedactError(
                    f"internal error ({type(error).__name__})",
                    hint="report it; REDACT_DEBUG=1 shows where it happened",
                )
            )
            sys.exit(3)


def _refused(error: OSError) -> UsageError:
    """The error for what the system refuses, which is not a defect: a name too long, a folder
    removed meanwhile, a full disk behind standard output.
    """
    if error.filename:
        hint = "check the path and its permissions"
        return UsageError((error.strerror or "").lower(), str(error.filename), hint)
    hint = "check the working folder, where standard output goes, and the system's limits"
    return UsageError(f"the system says: {(error.strerror or '').lower()}", hint=hint)


def _end_unread() -> NoReturn:
    """Exit with 0: the reader of the help or version closed the pipe. click would exit with 1."""
    redirect_to_null(sys.stdout)
    sys.exit(0)


def _open_closed_streams() -> None:
    """Redirect streams that the shell has closed (``>&-``) to the null device."""
    if sys.stdout is None or sys.stderr is None:
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # to the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere


@click.group(
    cls=Commands,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "auto_envvar_prefix": "REDACT",
        "max_content_width": 100,
    },
)
@click.version_option(__version__, prog_name="redact", message="%(prog)s %(version)s")
def main() -> None:
    """Check, redact and prove marked documents before they leave the building.

    Exit codes: 0 nothing found at or above --fail-on; 1 something found; 2 wrong usage or policy; 3
    something could not be examined; 4 withheld text survived in an output, which was removed.
    """
