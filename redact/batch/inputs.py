"""Which documents a command was given: files, folders and standard input."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path, PurePath

from redact.errors import UnreadableError, UsageError
from redact.resources import is_folder
from redact.sources import Source, read, read_bytes
from redact.sources.read import bytes_of
from redact.values import dataclass

ENDINGS = (".txt", ".cable", ".text", "")
"""Endings of the files a folder walk takes; files named explicitly are always taken."""


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read.

    ``name`` goes into findings and records: the path as given, or below the folder that was given;
    never absolute. ``file`` is the path as the system takes it; its place below ``-o DIR`` begins
    at ``below``. Standard input has none, its bytes are in ``data``. A hundred thousand of these
    are held at a time.
    """

    name: str
    file: str | None
    below: int = 0
    data: bytes | None = None

    @property
    def path(self) -> Path | None:
        """The file, ``None`` for standard input."""
        return None if self.file is None else Path(self.file)

    @property
    def relative(self) -> str:
        """Its place below ``-o DIR``."""
        if self.file is None:
            return PurePath(self.name).name
        return PurePath(self.file[self.below :]).as_posix()

    def digest(self) -> str | None:
        """The SHA-256 of the document as it is now, ``None`` when it cannot be read."""
        try:
            data = bytes_of(self.file) if self.file is not None else self.data or b""
            return hashlib.sha256(data).hexdigest()
        except UnreadableError:
            return None

    def read(self) -> Source:
        """The document. Raises `UnreadableError` naming it as the user did."""
        if self.data is not None:
            return read_bytes(self.data, self.name)
        assert self.file is not None
        if not _is_utf8(self.file):
            raise UnreadableError(
                "has a name that is not UTF-8", self.name, "rename the file, records name it"
            )
        try:
            source = read(self.file)
        except UnreadableError as error:
            raise UnreadableError(error.what, self.name, error.hint) from error
        return Source(self.name, source.text, source.sha256, source.media_type, source.origins)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents, in order of name, and the files of the walked folders that were left out."""

    documents: tuple[Input, ...]
    skipped: tuple[str, ...]


def collect(
    paths: Iterable[str],
    *,
    exclude: tuple[str, ...] = (),
    stdin: bytes | None = None,
    stdin_name: str = "-",
) -> Inputs:
    """Every document that ``paths`` name; folders are walked, links to folders are not followed.

    Raises `UsageError` for an empty path, which a script's unset variable leaves and which would
    stand for the working folder, when two documents would be written to the same place, or when
    nothing is left to read.
    """
    documents: list[Input] = []
    skipped: list[str] = []
    for given in paths:
        if not given:
            raise UsageError("an empty path was given", hint="name a file or folder, or . or -")
        if given == "-":
            documents.append(Input(stdin_name, None, data=stdin or b""))
            continue
        root = Path(given)
        if not is_folder(root):
            documents.append(_input(root, root.name, display_name(root)))
            continue
        for file in _walk(root):
            relative = file.relative_to(root).as_posix()
            name = display_name(file, root)
            if any(fnmatch(relative, glob) or fnmatch(file.name, glob) for glob in exclude):
                continue
            if _is_document(file):
                documents.append(_input(file, relative, name))
            else:
                skipped.append(name)
    unique = {document.name: document for document in documents}
    ordered = tuple(sorted(unique.values(), key=lambda document: document.name))
    _refuse_collisions(ordered)
    if not ordered:
        raise UsageError(
            "no document found",
            hint=f"a folder is searched for files ending in {' '.join(filter(None, ENDINGS))} "
            "or without an ending; name other files themselves",
        )
    return Inputs(ordered, tuple(sorted(skipped)))


def _input(path: Path, relative: str, name: str) -> Input:
    file = str(path)
    return Input(file if name == file else name, file, len(file) - len(relative))


def display_name(path: Path, root: Path | None = None) -> str:
    """How a path is shown: as given when relative, else from the working folder or its parent."""
    shown = path
    if path.is_absolute():
        working = Path.cwd()
        shown = path.relative_to(working if path.is_relative_to(working) else (root or path).parent)
    return os.fsencode(shown.as_posix()).decode("utf-8", "backslashreplace")


def _is_utf8(path: str) -> bool:
    try:
        os.fsencode(path).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _walk(root: Path) -> Iterator[Path]:
    for folder, subfolders, files in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            yield Path(folder, name)


def _is_document(file: Path) -> bool:
    if file.suffix.lower() not in ENDINGS or file.name.startswith("."):
        return False
    try:
        return file.is_file()
    except OSError:
        return False  # an entry that may not even be looked at is left out like a device


def _refuse_collisions(documents: Iterable[Input]) -> None:
    places: dict[str, str] = {}
    for document in documents:
        other = places.setdefault(document.relative, document.name)
        if other != document.name:
            raise UsageError(
                f"'{other}' and '{document.name}' would both be written to '{document.relative}'",
                hint="name their common folder instead, or run the command twice",
            )
