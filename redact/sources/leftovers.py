"""Temporary files of processes that were killed while they wrote.

They may hold what nobody else is to read, the names of a ledger for instance, so whoever writes to
the same folder next removes them. A process that still writes holds the system's lock on its file,
which ends with the process, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import stat
from functools import lru_cache
from pathlib import Path

PREFIX, SUFFIX = ".redact-", ".part"


def mark_as_ours(handle: int) -> int | None:
    """A second handle of an open file that shows it is being written, until it is closed.

    ``None`` where the system has no such locks; nothing is removed there.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    mark = os.dup(handle)
    with contextlib.suppress(OSError):  # a file system without locks
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return mark


@lru_cache(maxsize=1024)  # once a process: a folder of outputs is written to many times
def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of our own dead processes from a folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX):
                _remove_dead(Path(entry.path))


def _remove_dead(file: Path) -> None:
    """Remove a temporary file, if it is this user's and no process writes it any more."""
    try:
        import fcntl
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError):
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            facts = os.fstat(handle)
            # An empty one holds nothing, and may have been made just now and have no lock yet.
            if stat.S_ISREG(facts.st_mode) and facts.st_uid == os.geteuid() and facts.st_size:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                file.unlink()
        finally:
            os.close(handle)
