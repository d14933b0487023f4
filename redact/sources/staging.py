"""Writing output files all or nothing: a file is either complete or not there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from redact.errors import UsageError
from redact.sources.leftovers import PREFIX, SUFFIX, lock_as_ours, remove_leftovers

_AT_ONCE = 16
"""Number of files that `flush` syncs at a time."""


@contextlib.contextmanager
def staged(
    path: Path, data: bytes | Iterable[bytes], *, force: bool = False, flushed: bool = True
) -> Iterator[Path]:
    """Write ``data`` to a temporary file beside ``path`` that is renamed to it when the block ends.

    When the block raises, the temporary file is removed and ``path`` is unchanged. With ``flushed``
    false the data may not have reached the disk yet, and the caller must call `flush`. Raises
    `UsageError` when the file cannot be written, or exists and ``force`` is false.
    """
    refuse_overwriting(path, force=force)
    with _temporary_file(path, data, flushed=flushed) as temporary:
        yield temporary
        with _reporting_errors(path):
            # Until now only its owner could read it; a public copy is as readable as any file.
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)


def write_file(path: Path, data: bytes | Iterable[bytes], *, force: bool = False) -> None:
    """Write a whole file, and remove what killed processes left beside it. Raises as `staged`."""
    remove_leftovers(path.parent)
    with staged(path, data, force=force):
        pass


def write_unflushed(path: Path, data: bytes) -> None:
    """Write a file, unflushed, into a folder that is discarded when the run fails.

    Raises `UsageError`.
    """
    with _reporting_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def move(finished: Path, path: Path) -> None:
    """Move a finished file into place, replacing any file there. Raises `UsageError`."""
    with _reporting_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        finished.replace(path)


def flush(paths: Sequence[Path]) -> None:
    """Flush files to disk, several at a time. Raises `UsageError` for one that fails.

    Concurrent flushes are served by the disk together; one after the other, each would wait for
    its own turn, which is most of the time it takes to write a thousand small files.
    """
    from concurrent.futures import ThreadPoolExecutor

    try:
        with ThreadPoolExecutor(_AT_ONCE) as threads:
            for _ in threads.map(_flush, (paths[n::_AT_ONCE] for n in range(_AT_ONCE))):
                pass
    except RuntimeError:  # under a limit on memory or processes no thread can be started
        _flush(paths)


def _flush(paths: Iterable[Path]) -> None:
    for path in paths:
        with _reporting_errors(path), path.open("rb+") as file:
            os.fsync(file.fileno())


def write_private(path: Path, data: bytes) -> None:
    """Write or replace a whole file that only its owner may read. Raises `UsageError`."""
    with _temporary_file(path, data) as temporary, _reporting_errors(path):
        temporary.replace(path)


def refuse_overwriting(path: Path, *, force: bool) -> None:
    """Raise `UsageError` when a file already exists and ``force`` is false.

    A device or a folder is never replaced.
    """
    if path.exists() and not path.is_file():
        raise UsageError("is not a regular file", str(path), "name another place")
    if path.exists() and not force:
        raise UsageError("already exists", str(path), "choose another place or give --force")


@contextlib.contextmanager
def _temporary_file(
    path: Path, data: bytes | Iterable[bytes], *, flushed: bool = True
) -> Iterator[Path]:
    """``data`` in a temporary file, readable by its owner only, removed when the block ends."""
    import tempfile  # a check writes nothing and starts faster without it

    temporary = mark = None
    try:
        with _reporting_errors(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=path.parent)
            temporary = Path(name)
            mark = lock_as_ours(handle)
            with os.fdopen(handle, "wb") as file:
                file.writelines((data,) if isinstance(data, bytes) else data)
                if flushed:
                    file.flush()
                    os.fsync(file.fileno())
        yield temporary
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        if mark is not None:
            os.close(mark)


@contextlib.contextmanager
def _reporting_errors(path: Path) -> Iterator[None]:
    """Turn the system's errors about a file into ours."""
    try:
        yield
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise UsageError(what, str(path), "check the folder and the space on it") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
