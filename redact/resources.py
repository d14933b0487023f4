"""Files other than documents: locating the shipped folders, reading a file the user names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from redact.errors import RedactError, UsageError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Path of one of the shipped folders: ``policies``, ``schemas``, ``models`` or ``reports``.

    In an installed wheel they are in ``redact/_data``; in a checkout (editable install) they are
    next to the package. Raises `RedactError` when the installation lacks them.
    """
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise RedactError(
        f"the folder '{name}' is missing from this installation",
        hint="install redact-compliance again",
    )


def is_there(path: str | Path) -> bool:
    """Whether the file exists; ``False`` for a name that no file can have."""
    return os.path.exists(path)  # noqa: PTH110  # Path.exists raises for a name too long


def is_folder(path: str | Path) -> bool:
    """Whether the folder exists; ``False`` for a name that no folder can have."""
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises for a name too long


def real_path(path: str | Path) -> Path:
    """The path with links resolved; unlike `Path.resolve`, does not raise on a link loop."""
    return Path(os.path.realpath(path))


def file_bytes(
    path: Path,
    where: str,
    raises: type[RedactError] = UsageError,
    hint: str = "check the path",
) -> bytes:
    """The bytes of a policy, record or other file that is not a document; ``where`` names it.

    Raises ``raises`` when it cannot be read, or is a pipe or device, which might never end.
    """
    try:
        if path.exists() and not path.is_file():
            what = "is a directory" if path.is_dir() else "is not a regular file"
            raise raises(what, where, hint)
        return path.read_bytes()
    except OSError as error:
        raise raises((error.strerror or "cannot be read").lower(), where, hint) from error
    except ValueError as error:
        raise raises("no file has such a name", where, hint) from error


def unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object. Raises `ValueError` for a duplicate key: parsers differ on which of the two
    counts.
    """
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("the same key twice")
    return made
