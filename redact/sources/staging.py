"""Writing output files so that there is either the whole of one or none."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from redact.errors import UsageError
from redact.sources.leftovers import PREFIX, SUFFIX, mark_as_ours, remove_leftovers

_AT_ONCE = 16
"""Files that `flush` waits for at a time."""


@contextlib.contextmanager
def staged(
    path: Path, data: bytes | Iterable[bytes], *, force: bool = False, flushed: bool = True
) -> Iterator[Path]:
    """``data``, whole or in pieces, in a file beside ``path`` that becomes it when the block ends.

    When the block raises, the temporary file is removed and ``path`` is as it was. What is not
    ``flushed`` may not have reached the disk yet, and `flush` is to see to it. Raises `UsageError`
    when the file already exists, unless ``force`` allows to replace it, and when it cannot be
    written.
    """
    refuse_overwriting(path, force=force)
    with _written_beside(path, data, flushed=flushed) as temporary:
        yield temporary
        with _told(path):
            # It was its owner's alone; a public copy is as readable as any other file.
            temporary.chmod(0o666 & ~_umask())
            temporary.replace(path)


def write_file(path: Path, data: bytes | Iterable[bytes], *, force: bool = False) -> None:
    """Write a file whole. Raises as `staged`."""
    with staged(path, data, force=force):
        pass


def write_aside(path: Path, data: bytes) -> None:
    """Write a file into a folder of which nothing is kept when the run fails, not flushed.

    Raises `UsageError`.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def move(finished: Path, path: Path) -> None:
    """Put a finished file in its place, whatever file is there. Raises `UsageError`."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        finished.replace(path)


def flush(paths: Sequence[Path]) -> None:
    """See to it that files are on disk, several at a time. Raises `UsageError` for one that is not.

    The disk takes those that wait for it together; one after the other each would wait for a turn
    of its own, which is most of the time that writing a thousand small files takes.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        for _ in threads.map(_flush, (paths[n::_AT_ONCE] for n in range(_AT_ONCE))):
            pass


def _flush(paths: Iterable[Path]) -> None:
    for path in paths:
        with _told(path), path.open("rb+") as file:
            os.fsync(file.fileno())


def write_private(path: Path, data: bytes) -> None:
    """Write or replace a file whole that only its owner may read. Raises `UsageError`."""
    with _written_beside(path, data) as temporary, _told(path):
        temporary.replace(path)


def refuse_overwriting(path: Path, *, force: bool) -> None:
    """Raises `UsageError` when a file already exists and ``force`` does not allow that.

    A device or a folder is never replaced.
    """
    if path.exists() and not path.is_file():
        raise UsageError("is not a regular file", str(path), "name another place")
    if path.exists() and not force:
        raise UsageError("already exists", str(path), "choose another place or give --force")


@contextlib.contextmanager
def _written_beside(
    path: Path, data: bytes | Iterable[bytes], *, flushed: bool = True
) -> Iterator[Path]:
    """``data`` in a temporary file, its owner's alone, that is gone when the block ends."""
    import tempfile  # a check writes nothing and starts sooner without it

    temporary = mark = None
    try:
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            remove_leftovers(path.parent)
            handle, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=path.parent)
            temporary = Path(name)
            mark = mark_as_ours(handle)
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
