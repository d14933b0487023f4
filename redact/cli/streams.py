"""Standard input and output of a command: what is read there, and which files they lead to."""

from __future__ import annotations

import os
import stat
import sys

from redact.cli.console import say
from redact.errors import UsageError

File = tuple[int, int]
"""A file by its device and its number there."""


def read_stdin(most: int) -> bytes:
    """Standard input to its end, but no more than ``most`` bytes and one; who types is told how it
    ends. Raises `UsageError` when it is closed.
    """
    if sys.stdin is None:
        raise UsageError("is closed", "standard input", "pipe a document into it, or name a file")
    if sys.stdin.isatty():
        say("reading from the terminal; Ctrl-D on a line of its own ends")
    return sys.stdin.buffer.read(most + 1)


def output_files() -> frozenset[File]:
    """The regular files that standard output and standard error lead to."""
    found = set()
    for descriptor in (1, 2):
        try:
            facts = os.fstat(descriptor)
        except OSError:
            continue  # closed
        if stat.S_ISREG(facts.st_mode):
            found.add((facts.st_dev, facts.st_ino))
    return frozenset(found)
