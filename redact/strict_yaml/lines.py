"""Where in a YAML file a path stands: what finds a mistake knows keys and values, not lines."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping

from redact.errors import PolicyError
from redact.strict_yaml.reader import Place, read_yaml, shown


@contextlib.contextmanager
def telling_lines(files: Mapping[str, bytes]) -> Iterator[None]:
    """Give a `PolicyError` raised inside the line and column of the path it names.

    ``files`` holds what was read, by the name errors call each file. ``file: $.rules`` becomes
    ``file:4:3: $.rules``. Each file must be one that `read_yaml` takes.
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
    """Line and column, from 1, of ``key`` in the mapping at ``path``; of the value there without a
    key, or where the mapping has no such key.
    """
    found: dict[str | None, Place] = {}

    def note(here: str, inner: str | None, place: Place) -> None:
        if here == path and inner in (None, key):
            found.setdefault(inner, place)

    read_yaml(data, "", note, most=len(data))
    return found.get(key) or found.get(None)
