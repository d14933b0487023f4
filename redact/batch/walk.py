"""Walking a folder: in what order, and which of its files are documents."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePath

from redact.config.find import OWN_FILES

ENDINGS = (".txt", ".cable", ".text", "")
"""File name endings that a folder walk accepts; explicitly named files are always accepted."""

SEARCHED = (
    f"a folder is searched for files ending in {' '.join(filter(None, ENDINGS))} "
    "or without an ending; name other files explicitly"
)


def walk(root: Path) -> Iterator[Path]:
    """The files in a folder and its subfolders, in order; hidden folders are not entered."""
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            yield Path(folder, name)


def is_excluded(relative: str, name: str, exclude: Iterable[str]) -> bool:
    """Whether a pattern matches the file or a folder containing it, by path or by name."""
    places = (PurePath(relative), PurePath(name))
    known = {str(part) for place in places for part in (place, *place.parents)}
    known |= set(places[0].parts)
    return any(fnmatch(one, glob) for one in known for glob in map(_plain, exclude))


def _plain(glob: str) -> str:
    return glob.removeprefix("./").rstrip("/")


def is_document(file: Path, own: Collection[tuple[int, int]]) -> bool | None:
    """Whether a file in a folder is accepted; ``None`` for what is obviously not a document."""
    hidden = file.name.startswith(".")
    if file.name in OWN_FILES or (hidden and file.suffix.lower() not in ENDINGS[:-1]):
        return None
    if hidden or file.suffix.lower() not in ENDINGS:
        return False
    try:
        facts = file.stat()
    except OSError:
        return False  # an entry that may not even be looked at is left out like a device
    if (facts.st_dev, facts.st_ino) in own:
        return None
    return stat.S_ISREG(facts.st_mode)
