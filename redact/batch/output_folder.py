"""The output folder of apply and release: its layout, and its lock while a run writes to it."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from redact.errors import UsageError
from redact.sources.leftovers import remove_leftovers

RECORD_ENDING = ".record.json"
_LOCK = ".lock"


def unfinished(output: Path) -> Path:
    """The folder for unfinished outputs, so that what a killed run leaves is not public."""
    return output / "internal" / ".unfinished"


def unfinished_copy(output: Path, relative: str) -> Path:
    """The path of a document's copy until every record is written."""
    return unfinished(output) / "copies" / relative


def unfinished_record(output: Path, relative: str) -> Path:
    """The path of a document's record until all of them are written."""
    return unfinished(output) / "records" / f"{relative}{RECORD_ENDING}"


def public_path(output: Path, relative: str) -> Path:
    """The path of a document's public copy."""
    return output / "public" / relative


def record_path(output: Path, relative: str) -> Path:
    """The path of a document's record."""
    return output / "internal" / f"{relative}{RECORD_ENDING}"


def record_beside(copy: Path) -> Path | None:
    """The record of a public copy that is still where it was written, else ``None``."""
    place = copy.absolute()
    for folder in place.parents:
        if folder.name == "public":
            record = record_path(folder.parent, str(place.relative_to(folder)))
            if record.is_file():
                return record
    return None


@contextlib.contextmanager
def exclusive_run(output: Path) -> Iterator[None]:
    """A run with exclusive access to its output folder.

    Unfinished outputs are removed when it ends or fails; after a kill the results so far remain for
    the next run, but not the copies. Raises `UsageError` when another run is using the folder.
    """
    folder = output / "internal"
    is_new = not output.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise UsageError(what, str(output), "check the folder") from error
    with _locked(folder / _LOCK, output):
        _remove_copies(output)
        remove_leftovers(folder)
        try:
            yield
        finally:
            shutil.rmtree(unfinished(output), ignore_errors=True)
            (folder / _LOCK).unlink(missing_ok=True)
            if is_new:
                _remove_empty(folder, output)


def _remove_copies(output: Path) -> None:
    """Remove the copies of a killed run. Raises `UsageError` for a link, which may point anywhere,
    or a file where a folder belongs.
    """
    folder = unfinished(output)
    within = [folder / name for name in ("copies", "records")]
    for place in (folder, *within):
        if place.is_symlink() or place.is_file():
            raise UsageError("is not a folder", str(place), "remove it, and run the command again")
    for place in within:
        shutil.rmtree(place, ignore_errors=True)


def _remove_empty(*folders: Path) -> None:
    for folder in folders:
        with contextlib.suppress(OSError):
            folder.rmdir()


@contextlib.contextmanager
def _locked(path: Path, output: Path) -> Iterator[None]:
    """The lock is held by the system and released when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows: two runs into one folder are not noticed
        yield
        return
    try:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
        raise UsageError(what, str(output), "check the folder") from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise _busy(output) from error
        if not path.exists() or os.fstat(handle).st_ino != path.stat().st_ino:
            raise _busy(output)  # that run ended just now and took its lock away
        yield
    finally:
        os.close(handle)


def _busy(output: Path) -> UsageError:
    return UsageError(
        "another run is writing to this folder",
        str(output),
        "wait for it, or choose another folder",
    )
