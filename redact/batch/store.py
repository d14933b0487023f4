"""Results of earlier runs, so that a run redoes only what changed and a killed run can resume.

A store is a separate folder with one SQLite file. It holds what was found and where (findings,
offsets of names, records), never the text of a document; but offsets and records are internal, so
only the owner can access the folder. An entry with a wrong checksum is computed again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redact.errors import UsageError
from redact.resources import folder

FILE = "results.sqlite"
_TABLE = """CREATE TABLE IF NOT EXISTS results
(key BLOB PRIMARY KEY, code BLOB NOT NULL, checksum BLOB NOT NULL, value BLOB NOT NULL)
WITHOUT ROWID"""
_PATIENCE = 30
"""Seconds to wait while another run writes to the same store."""
_INTERVAL = 1.0
"""Seconds between writes to disk, and so the most that a killed run loses."""


class Store:
    """Values by key. A stored value is on disk after `_INTERVAL` seconds or on `close`."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._pending: dict[bytes, bytes] = {}
        self._written = time.monotonic()
        with _reporting_errors(place):
            _private_folder(place)
            self._database = _opened(place / FILE)

    def get(self, key: bytes) -> bytes | None:
        """The value of a key, ``None`` when there is none or it was damaged."""
        if key in self._pending:
            return self._pending[key]
        try:
            row = self._database.execute(
                "SELECT checksum, value FROM results WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.DatabaseError:
            return None  # a damaged page costs its entries, no more
        match row:
            case (bytes(checksum), bytes(value)) if checksum == _checksum(key, value):
                return value
        return None

    def kept(self, key: bytes) -> bytes:
        """The value of a key known to be stored. Raises `UsageError` when it was lost since."""
        value = self.get(key)
        if value is None:
            raise UsageError(
                "results were lost while the command ran", "the store", "run the command again"
            )
        return value

    def put(self, key: bytes, value: bytes) -> None:
        """Store a value. Raises `UsageError` when it cannot be written to disk."""
        self._pending[key] = value
        if time.monotonic() - self._written > _INTERVAL:
            self.flush()

    def flush(self) -> None:
        """Write pending values. Raises `UsageError` when they cannot be written to disk."""
        rows = [
            (key, code_digest(), _checksum(key, value), value)
            for key, value in self._pending.items()
        ]
        with _reporting_errors(self._place), self._database:
            self._database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
        self._pending.clear()
        self._written = time.monotonic()

    def close(self) -> None:
        """Write pending values and close the file."""
        try:
            self.flush()
        finally:
            self._database.close()


@contextlib.contextmanager
def opened(place: Path) -> Iterator[Store]:
    """The store in a folder, which is created if missing. Raises `UsageError`."""
    store = Store(place)
    try:
        yield store
    finally:
        store.close()


def key_of(*facts: Any) -> bytes:
    """The key for what the facts (plain JSON) determine under this version of the program."""
    content = json.dumps(facts, sort_keys=True, default=str)
    return hashlib.sha256(code_digest() + content.encode()).digest()


def _checksum(key: bytes, value: bytes) -> bytes:
    """The checksum showing that a value is undamaged and belongs to its key."""
    return hashlib.sha256(key + value).digest()


@functools.cache
def code_digest() -> bytes:
    """A digest of this program's code: other code may give other results.

    It uses sizes and modification times of the files: reading them all would take longer than many
    a run.
    """
    digest = hashlib.sha256()
    for root in (Path(__file__).parent.parent, folder("policies"), folder("schemas")):
        for file in sorted(root.rglob("*")):
            if file.is_file() and file.suffix != ".pyc":
                facts = file.stat()
                name = file.relative_to(root).as_posix()
                digest.update(f"{name}\0{facts.st_size}\0{facts.st_mtime_ns}\n".encode())
    return digest.digest()


def _private_folder(place: Path) -> None:
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (place / FILE).is_symlink() or (not (place / FILE).is_file() and (place / FILE).exists()):
        raise UsageError("is not a regular file", str(place / FILE), "choose a new folder")
    if os.name != "posix":
        return
    facts = place.stat()
    if facts.st_uid != os.geteuid():
        raise UsageError(
            "belongs to another user, who could have put any results in it",
            str(place),
            "choose a folder of your own",
        )
    if facts.st_mode & 0o077:
        raise UsageError(
            "can be read by others; where names stand, and records, are internal",
            str(place),
            f"chmod 700 {place}, or choose a new folder",
        )


def _opened(file: Path) -> sqlite3.Connection:
    """The database; one that cannot be read is recreated."""
    try:
        return _prepared(file)
    except sqlite3.OperationalError:
        raise  # locked, or no way to write: not damaged
    except sqlite3.DatabaseError:
        file.unlink()
        return _prepared(file)


def _prepared(file: Path) -> sqlite3.Connection:
    with contextlib.suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))
    database = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        with database:
            database.execute(_TABLE)
            # Results of other versions of the program are never asked for again.
            database.execute("DELETE FROM results WHERE code != ?", (code_digest(),))
    except BaseException:
        database.close()
        raise
    return database


@contextlib.contextmanager
def _reporting_errors(place: Path) -> Iterator[None]:
    """Turn errors of the system or the database about a store into `UsageError`."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        said = (getattr(error, "strerror", None) or str(error)).lower()
        hint = "check the folder and its space"
        if "locked" in said:
            hint = "wait for the run that is writing to it, or name a store of its own"
        raise UsageError(f"cannot be used as a store: {said}", str(place), hint) from error
