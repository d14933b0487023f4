"""Writing output files so that there is either the whole of one or none."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from redact.errors import UsageError


@contextlib.contextmanager
def staged(path: Path, data: bytes, *, force: bool = False) -> Iterator[Path]:
    """``data`` in a temporary file beside ``path``, which becomes ``path`` when the block ends.

    When the block raises, the temporary file is removed and ``path`` is as it was. Raises
    `UsageError` when the file is there already, unless ``force`` allows to replace it.
    """
    refuse_overwriting(path, force=force)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".redact-", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        yield temporary
        # mkstemp makes files that only their owner reads; a public copy is as readable as any.
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def refuse_overwriting(path: Path, *, force: bool) -> None:
    """Raises `UsageError` when the file is there already and ``force`` does not allow that."""
    if path.exists() and not force:
        raise UsageError("is there already", str(path), "choose another folder or give --force")


def write_file(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write a file whole. Raises as `staged`."""
    with staged(path, data, force=force):
        pass


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
