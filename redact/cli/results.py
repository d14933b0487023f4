"""How a command ends: its output written whole, its exit code."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import click

from redact.errors import UsageError
from redact.findings import Report, Severity


def exit_code(report: Report, fail_on: str) -> int:
    """3 when a document could not be examined, else 1 for a finding at or above ``fail_on``."""
    if report.errors:
        return 3
    threshold = Severity(fail_on)
    return int(any(f.severity >= threshold and not f.is_waived for f in report.findings))


def write_output(content: str | bytes, output: Path | None = None, force: bool = False) -> None:
    """``content`` on stdout, or in a file that appears whole or not at all.

    Raises `UsageError` when the file exists and ``force`` is not set, or cannot be written.
    """
    if output is None or str(output) == "-":
        # Colour was decided before; click must not take it out again.
        click.echo(content, nl=False, color=True)
        return
    write_file(output, content.encode() if isinstance(content, str) else content, force)


def write_file(path: Path, content: bytes, force: bool, mode: int | None = None) -> None:
    """``content`` in a file that appears whole or not at all. Raises `UsageError`."""
    if path.exists() and not force:
        raise UsageError("exists already", str(path), "use --force to replace it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
            Path(temporary).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise UsageError(what, str(path), "check the folder and the space on it") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
