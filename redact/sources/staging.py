"""Writing output files so that there is either the whole of one or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from redact.errors import UsageError

_PREFIX, _SUFFIX = ".redact-", ".part"


@contextlib.contextmanager
def staged(path: Path, data: bytes | Iterable[bytes], *, force: bool = False) -> Iterator[Path]:
    """``data``, whole or in pieces, in a file beside ``path`` that becomes it when the block ends.

    When the block raises, the temporary file is removed and ``path`` is as it was. Raises
    `UsageError` when the file is there already, unless ``force`` allows to replace it, and when it
    cannot be written.
    """
    refuse_overwriting(path, force=force)
    temporary = None
    try:
        with _told(path):
            temporary = _write_beside(path, data)
        yield temporary
        with _told(path):
            # mkstemp makes files that only their owner reads; a public copy is as readable as any.
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_file(path: Path, data: bytes | Iterable[bytes], *, force: bool = False) -> None:
    """Write a file whole. Raises as `staged`."""
    with staged(path, data, force=force):
        pass


def write_private(path: Path, data: bytes) -> None:
    """Write or replace a file whole that only its owner may read. Raises `UsageError`."""
    with _told(path):
        # mkstemp has made it private, and it stays so.
        _write_beside(path, data).replace(path)


def remove_leftovers(folder: Path) -> None:
    """Remove what a process that was killed while it wrote to a folder left there.

    No other process may be writing to it.
    """
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        left.unlink(missing_ok=True)


def refuse_overwriting(path: Path, *, force: bool) -> None:
    """Raises `UsageError` when a file is there already and ``force`` does not allow that.

    A device or a folder is never replaced.
    """
    if path.exists() and not path.is_file():
        raise UsageError("is not a regular file", str(path), "name another place")
    if path.exists() and not force:
        raise UsageError("is there already", str(path), "choose another place or give --force")


def _write_beside(path: Path, data: bytes | Iterable[bytes]) -> Path:
    import tempfile  # a check writes nothing and starts sooner without it

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """What the system says against a file, as an error of ours."""
    try:
        yield
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise UsageError(what, str(path), "check the folder and the space on it") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
