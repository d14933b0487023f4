"""How a command ends: its complete output and its exit code."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from redact.cli.console import redirect_to_null
from redact.errors import UsageError
from redact.findings import Severity, Tally
from redact.resources import real_path
from redact.sources.staging import refuse_overwriting, write_file

_CHUNK = 2**16
"""Characters that are written at a time."""


def exit_code(tally: Tally, fail_on: str) -> int:
    """3 when a document could not be examined, else 1 for a finding at or above ``fail_on``."""
    if tally.errors:
        return 3
    threshold = Severity(fail_on)
    return int(any(number and s >= threshold for s, number in tally.severities.items()))


def refuse_outputs(
    outputs: Iterable[Path | None], inputs: Iterable[Path | None], *, force: bool
) -> None:
    """Raise `UsageError` before any work is done when an output may not be written.

    It may not be the path of another output or of one of the ``inputs``, even with ``force``.
    """
    files = [output for output in outputs if output is not None and str(output) != "-"]
    if not files:
        return
    read = {real_path(path) for path in inputs if path is not None}
    written: set[Path] = set()
    for file in files:
        refuse_overwriting(file, force=force)
        place = real_path(file)
        if place in read:
            raise UsageError("is one of the files to be read", str(file), "choose another place")
        if place in written:
            raise UsageError(
                "would be written twice", str(file), "choose another place for one of them"
            )
        written.add(place)


def write_pieces(pieces: Iterable[str], output: Path | None = None, force: bool = False) -> None:
    """Like `write_output`, for large content that is generated while it is written."""
    chunks = _in_chunks(pieces)
    if output is None or str(output) == "-":
        for chunk in chunks:
            _print(chunk)
        return
    write_file(output, (chunk.encode() for chunk in chunks), force=force)


def _in_chunks(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in larger pieces: each is written, and visible on a terminal, immediately."""
    gathered: list[str] = []
    length = 0
    for piece in pieces:
        gathered.append(piece)
        length += len(piece)
        if length >= _CHUNK:
            yield "".join(gathered)
            gathered, length = [], 0
    if gathered:
        yield "".join(gathered)


def write_output(content: str | bytes, output: Path | None = None, force: bool = False) -> None:
    """Write ``content`` to stdout, or atomically to a file.

    Raises `UsageError` when the file exists and ``force`` is not set, or cannot be written.
    """
    if output is None or str(output) == "-":
        _print(content)
        return
    data = content.encode() if isinstance(content, str) else content
    write_file(output, data, force=force)


def _print(content: str | bytes) -> None:
    """Print on stdout. Raises `UsageError` when it cannot be written.

    A pipe or file gets UTF-8 whatever the locale: the same bytes everywhere. A terminal gets what
    it can show. A reader that closes the pipe early does not change the exit code.
    """
    if isinstance(content, str):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        content = content.encode(encoding, "backslashreplace")
    try:
        # The use of colour was decided earlier; click must not strip it.
        click.echo(content, nl=False, color=True)
    except BrokenPipeError:
        redirect_to_null(sys.stdout)
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise UsageError(what, "standard output", "check what it points to") from error
