"""Reading a file into a source, and encoding text in the source's original encoding."""

from __future__ import annotations

import hashlib
from pathlib import Path

from redact.errors import UnreadableError
from redact.sources.source import Source, TextOrigin
from redact.sources.text import decode

MAX_BYTES = 256 * 1024 * 1024


def read(path: str | Path) -> Source:
    """The document in a file.

    Raises `UnreadableError` when the file is missing, not a regular file, over `MAX_BYTES`, binary,
    or in an unsupported encoding.
    """
    return read_bytes(bytes_of(path), str(path))


def bytes_of(path: str | Path) -> bytes:
    """The bytes of a file. Raises `UnreadableError` when it is missing, not a regular file, or over
    `MAX_BYTES`.
    """
    file = Path(path)
    try:
        if not file.is_file():
            what = "is not a regular file" if file.exists() else "there is no such file"
            raise UnreadableError(what, str(path), "check the path")
        _refuse_size(file.stat().st_size, str(path))
        return file.read_bytes()
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise UnreadableError(what, str(path), "check the path, and who may read it") from error


def read_bytes(data: bytes, path: str = "-") -> Source:
    """The document in ``data``; findings call it by ``path``. Raises as `read`."""
    _refuse_size(len(data), path)
    text, origin = decode(data, path)
    return Source(path=path, text=text, sha256=hashlib.sha256(data).hexdigest(), origins=origin)


def _refuse_size(size: int, path: str) -> None:
    if size > MAX_BYTES:
        raise UnreadableError(f"is larger than {MAX_BYTES // 2**20} MiB", path, "split the file")


def write_bytes(text: str, origin: TextOrigin) -> bytes:
    """``text`` as bytes in its original encoding, with the same byte-order mark.

    Raises `UnicodeEncodeError` when the text holds a character that the encoding lacks.
    """
    return origin.bom + text.encode(origin.encoding)
