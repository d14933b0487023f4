"""The documents a command was given: files, folders and standard input."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePath

from redact.batch.walk import SEARCHED, is_document, is_excluded, walk
from redact.errors import UnreadableError, UsageError
from redact.resources import is_folder
from redact.sources import Source, read_bytes
from redact.sources.read import bytes_of
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Input:
    """One document to read.

    ``name`` goes into findings and records: the path as given, or relative to the given folder;
    never absolute. ``file`` is the path for the file system; from index ``below`` on it is the path
    below ``-o DIR``. Standard input has no file; its bytes are in ``data``. A hundred thousand of
    these are held at a time.
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
        """Its path below ``-o DIR``."""
        if self.file is None:
            return PurePath(self.name).name
        return PurePath(self.file[self.below :]).as_posix()

    def digest(self) -> str | None:
        """The SHA-256 of the document's current content, ``None`` when it cannot be read."""
        try:
            data = bytes_of(self.file) if self.file is not None else self.data or b""
            return hashlib.sha256(data).hexdigest()
        except UnreadableError:
            return None

    def read(self) -> Source:
        """The document. Raises `UnreadableError` with the name the user gave."""
        if self.data is not None:
            return read_bytes(self.data, self.name)
        assert self.file is not None
        if not _is_utf8(self.file):
            raise UnreadableError(
                "has a name that is not UTF-8", self.name, "rename the file, records name it"
            )
        try:
            data = bytes_of(self.file)
        except UnreadableError as error:
            raise UnreadableError(error.what, self.name, error.hint) from error
        return read_bytes(data, self.name)

    def read_again(self, sha256: str) -> Source:
        """The document read before. Raises `UnreadableError` when its content has changed."""
        source = self.read()
        if source.sha256 != sha256:
            raise UnreadableError(
                "was changed while the command ran", self.name, "run the command again"
            )
        return source


@dataclass(frozen=True, slots=True)
class Inputs:
    """The documents, ordered by name, and the files of the walked folders that were skipped."""

    documents: tuple[Input, ...]
    skipped: tuple[str, ...]

    @property
    def files(self) -> Iterator[Path]:
        """The files of the documents; standard input has none."""
        return (Path(document.file) for document in self.documents if document.file is not None)


def collect(
    paths: Iterable[str],
    *,
    exclude: tuple[str, ...] = (),
    stdin: bytes | None = None,
    stdin_name: str = "-",
    own: Collection[tuple[int, int]] = (),
) -> Inputs:
    """Every document that ``paths`` name; folders are walked, links to folders are not followed.

    ``own`` are the files, by device and inode, that this run itself writes: they are skipped in
    folders. Raises `UsageError` for an empty path, which an unset script variable leaves and which
    would mean the working folder, for one of ``own``, or when nothing is left to read.
    """
    documents: list[Input] = []
    skipped: list[str] = []
    excluded = 0
    for given in paths:
        if not given:
            raise UsageError("an empty path was given", hint="name a file or folder, or . or -")
        if given == "-":
            documents.append(Input(stdin_name, None, data=stdin or b""))
            continue
        root = Path(given)
        if not is_folder(root):
            _refuse_own(root, own)
            documents.append(_input(root, root.name, display_name(root)))
            continue
        for file in walk(root):
            relative = file.relative_to(root).as_posix()
            name = display_name(file, root)
            if exclude and is_excluded(relative, name, exclude):
                excluded += 1
                continue
            taken = is_document(file, own)
            if taken:
                documents.append(_input(file, relative, name))
            elif taken is not None:
                skipped.append(name)
    unique = {document.name: document for document in documents}
    ordered = tuple(sorted(unique.values(), key=lambda document: document.name))
    if not ordered:
        hint = f"--exclude left out {excluded}; {SEARCHED}" if excluded else SEARCHED
        raise UsageError("no document found", hint=hint)
    return Inputs(ordered, tuple(sorted(skipped)))


def _input(path: Path, relative: str, name: str) -> Input:
    file = str(path)
    return Input(file if name == file else name, file, len(file) - len(relative))


def display_name(path: Path, root: Path | None = None) -> str:
    """The path to show: as given if relative, else relative to the working folder or its parent."""
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


def _refuse_own(file: Path, own: Collection[tuple[int, int]]) -> None:
    try:
        facts = file.stat()
    except OSError:
        return  # reported when it is read
    if (facts.st_dev, facts.st_ino) in own:
        raise UsageError(
            "the output of this command is redirected into it",
            display_name(file),
            "redirect it elsewhere",
        )


def refuse_collisions(documents: Iterable[Input]) -> None:
    """Raise `UsageError` when two documents would be written to the same path, or one of them to
    a path where the other needs a folder.
    """
    places: dict[str, str] = {}
    for document in documents:
        other = places.setdefault(document.relative, document.name)
        if other != document.name:
            raise _collision(other, document.name, f"both be written to '{document.relative}'")
    for place, name in places.items():
        for folder in PurePath(place).parents:
            if str(folder) in places:
                what = f"need '{folder}' as a file and as a folder"
                raise _collision(places[str(folder)], name, what)


def _collision(first: str, second: str, what: str) -> UsageError:
    return UsageError(
        f"'{first}' and '{second}' would {what}",
        hint="name their common folder instead, or run the command twice",
    )
