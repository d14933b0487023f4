"""Temporary files of processes that were killed while writing.

They may hold confidential data, such as the names of a ledger, so the next process that writes a
file to the same folder removes them. A process that is still writing holds the system's lock on its
file, which is released when the process ends, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

PREFIX, SUFFIX = ".redact-", ".part"


def lock_as_ours(handle: int) -> int | None:
    """A second handle of an open file, locked until it is closed to show that it is being written.

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


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files that dead processes of this tool left in a folder."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            if entry.name.startswith(PREFIX) and entry.name.endswith(SUFFIX):
                _remove_dead(Path(entry.path))


def _remove_dead(file: Path) -> None:
    """Remove a temporary file if it belongs to this user and no process is writing it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError):
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            facts = os.fstat(handle)
            # An empty one holds nothing; it may be brand new and not locked yet.
            if stat.S_ISREG(facts.st_mode) and facts.st_uid == os.geteuid() and facts.st_size:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                file.unlink()
        finally:
            os.close(handle)
