"""Where the shipped policies, registers, schemas, models and report layouts lie."""

from __future__ import annotations

from pathlib import Path

from redact.errors import RedactError

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Path of one of the shipped folders: ``policies``, ``schemas``, ``models`` or ``reports``.

    In an installed wheel they lie in ``redact/_data``; in a checkout (editable install) they stand
    beside the package. Raises `RedactError` when the installation lacks them.
    """
    for candidate in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise RedactError(
        f"the folder '{name}' is missing from this installation",
        hint="install redact-compliance again",
    )
