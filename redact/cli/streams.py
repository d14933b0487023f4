"""Standard input and output of a command: reading input, and the files they are redirected to."""

from __future__ import annotations

import os
import stat
import sys

from redact.cli.console import say
from redact.errors import UsageError

File = tuple[int, int]
"""A file, identified by device and inode."""


def read_stdin(most: int) -> bytes:
    """Standard input to its end, but at most ``most`` + 1 bytes; a user typing is told how to end
    it. Raises `UsageError` when it is closed.
    """
    if sys.stdin is None:
        raise UsageError("is closed", "standard input", "pipe a document into it, or name a file")
    if sys.stdin.isatty():
        say("reading from the terminal; Ctrl-D on a line of its own ends")
    return sys.stdin.buffer.read(most + 1)


def output_files() -> frozenset[File]:
    """The regular files that standard output and standard error are redirected to."""
    found = set()
    for descriptor in (1, 2):
        try:
            facts = os.fstat(descriptor)
        except OSError:
            continue  # closed
        if stat.S_ISREG(facts.st_mode):
            found.add((facts.st_dev, facts.st_ino))
    return frozenset(found)
