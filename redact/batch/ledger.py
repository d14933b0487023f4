"""The identity ledger: who is withheld in a set, kept from one release to the next.

It stores names in clear: a name can be guessed from any hash of it, so a ledger of hashes would
look safer than it is. Only its owner may read it, and it is never stored where copies are written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import redact
from redact.errors import UsageError
from redact.persons.known import KnownName
from redact.resources import file_bytes, real_path
from redact.sources.leftovers import remove_leftovers
from redact.sources.staging import write_private

FORMAT = "redact/ledger/v1"


def read_ledger(path: Path) -> frozenset[KnownName]:
    """The persons in a ledger; none when the file does not exist yet. Raises `UsageError`.

    Temporary files left by a killed run, which contain names in clear, are removed.
    """
    remove_leftovers(path.parent)
    if not path.exists():
        return frozenset()
    data = file_bytes(path, str(path))
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _no_ledger(path) from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _no_ledger(path)
    people = content.get("people")
    if not isinstance(people, list):
        raise _no_ledger(path)
    return frozenset(_person(entry, path) for entry in people)


def write_ledger(path: Path, names: Iterable[KnownName]) -> None:
    """Write a ledger atomically, readable by its owner only. Raises `UsageError`."""
    content = {
        "format": FORMAT,
        "tool": f"redact {redact.__version__}",
        "people": [
            {"surnames": list(n.surnames), "given": list(n.given), "sure": n.sure}
            for n in sorted(names)
        ],
    }
    write_private(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())


def refuse_ledger(path: Path | None, output: Path) -> None:
    """Raise `UsageError` for a ledger below the folder of the copies, or one open to others."""
    if path is None:
        return
    if real_path(path).is_relative_to(real_path(output)):
        raise UsageError(
            "the ledger holds names and may not lie in the output folder",
            str(path),
            "keep it elsewhere",
        )
    if os.name == "posix" and path.is_file() and path.stat().st_mode & 0o077:
        raise UsageError(
            "the ledger holds names and can be read by others", str(path), f"chmod 600 {path}"
        )


def _person(entry: Any, path: Path) -> KnownName:
    match entry:
        case {"surnames": [*surnames], "given": [*given], "sure": bool(sure)}:
            if surnames and all(map(_is_word, (*surnames, *given))):
                return KnownName(tuple(sorted(surnames)), tuple(sorted(given)), sure)
    raise _no_ledger(path)


def _is_word(word: Any) -> bool:
    return isinstance(word, str) and word != "" and not any("\ud800" <= c <= "\udfff" for c in word)


def _no_ledger(path: Path) -> UsageError:
    return UsageError(f"is not a ledger in the format {FORMAT}", str(path), "choose another file")
