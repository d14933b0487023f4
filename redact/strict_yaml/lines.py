"""Finding the line of a YAML path: code that finds a mistake knows keys and values, not lines."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

from redact.errors import PolicyError
from redact.strict_yaml.reader import Place, read_yaml, shown


@contextlib.contextmanager
def error_lines(files: Mapping[str, bytes]) -> Iterator[None]:
    """Add line and column of the path it names to a `PolicyError` raised inside the block.

    ``files`` maps the name that errors use for each file to its bytes. ``file: $.rules`` becomes
    ``file:4:3: $.rules``. Each file must be valid for `read_yaml`.
    """
    try:
        yield
    except PolicyError as error:
        file, found, path = (error.where or "").partition(": $")
        place = _place_of(files[file], f"${path}", error.key) if found and file in files else None
        if place is not None:
            error.where = f"{shown(file, place)}: ${path}"
        raise


def _place_of(data: bytes, path: str, key: str | None) -> Place | None:
    """Line and column, from 1, of ``key`` in the mapping at ``path``; of the value at ``path`` when
    no key is given or the mapping lacks it.
    """
    found: dict[str | None, Place] = {}

    def note(here: str, inner: str | None, place: Place) -> None:
        if here == path and inner in (None, key):
            found.setdefault(inner, place)

    read_yaml(data, "", note, most=len(data))
    return found.get(key) or found.get(None)
