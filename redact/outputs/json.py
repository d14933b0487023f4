"""JSON as ``INTERFACES`` specifies: indented by two spaces, keys in order, no escapes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from redact.findings import Report

_INDENT = 2


def render(report: Report) -> str:
    """The report as ``redact/findings/v1``."""
    return "".join(pieces(report))


def pieces(report: Report) -> Iterator[str]:
    """The same output piece by piece, so that many findings need not be in memory at once."""
    yield from _mapping(report.parts())


def dump(value: Any) -> str:
    """``value`` as an indented JSON text with a final newline; lone surrogates are escaped."""
    return _indented(value) + "\n"


def line(value: Any) -> str:
    """``value`` as one line of JSON Lines."""
    return _encodable(json.dumps(value, ensure_ascii=False)) + "\n"


def items(values: Iterable[Any], depth: int = 0) -> Iterator[str]:
    """A list as `dump` writes it, item by item; ``depth`` is its nesting level."""
    margin = "\n" + " " * _INDENT * (depth + 1)
    opening = "["
    for value in values:
        yield opening + margin + _indented(value).replace("\n", margin)
        opening = ","
    yield "[]" if opening == "[" else f"\n{' ' * _INDENT * depth}]"


def _mapping(values: Mapping[str, Any]) -> Iterator[str]:
    """A mapping as `dump` writes it; values that are iterators are written item by item."""
    opening = "{"
    for key, value in values.items():
        yield f'{opening}\n{" " * _INDENT}"{key}": '
        if isinstance(value, Iterator):
            yield from items(value, 1)
        else:
            yield _indented(value).replace("\n", "\n" + " " * _INDENT)
        opening = ","
    yield "\n}\n"


def _indented(value: Any) -> str:
    return _encodable(json.dumps(value, indent=_INDENT, ensure_ascii=False))


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
