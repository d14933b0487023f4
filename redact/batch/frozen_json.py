"""Converting frozen values to JSON and back, for results kept between runs.

Unlike a pickle, reading executes nothing: a store that was tampered with can at worst contain wrong
values, which its checksums reveal.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

_DATE = "date"
_MADE = "@"
"""The only key of an object that encodes a value JSON lacks; no mapping of ours uses it."""


def to_json(value: Any) -> bytes:
    """Encode a value made of frozen dataclasses, tuples, enumerations, dates and plain JSON."""
    return _WRITER.encode(value).encode()


def from_json(data: bytes, classes: Mapping[str, type]) -> Any:
    """The value `to_json` wrote. Raises `ValueError`, `KeyError` or `TypeError` for other data.

    Lists are returned as tuples, except inside mappings, which are plain JSON.
    """
    return _frozen(json.loads(data, object_hook=_made(classes)))


def _plain(value: Any) -> Any:
    """The encoding of a value that JSON lacks: the name of its class and its fields."""
    if isinstance(value, Enum):
        content: tuple[Any, ...] = (value.value,)
    elif isinstance(value, datetime.date):
        return {_MADE: [_DATE, value.isoformat()]}
    else:
        content = _values_of(type(value))(value)  # type: ignore[arg-type]  # classes can be hashed
    return {_MADE: [type(value).__name__, *content]}


_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)


def _made(classes: Mapping[str, type]) -> Callable[[dict[str, Any]], Any]:
    makers = {name: _maker(cls) for name, cls in classes.items()}
    makers[_DATE] = datetime.date.fromisoformat

    def restore(written: dict[str, Any]) -> Any:
        if _MADE not in written or len(written) != 1:
            return written
        name, *content = written[_MADE]
        return makers[name](*[_frozen(item) if type(item) is list else item for item in content])

    return restore


@cache
def _maker(cls: type) -> Callable[..., Any]:
    """A function that makes a value of a class from its fields in order."""
    if not dataclasses.is_dataclass(cls) or not any(f.kw_only for f in dataclasses.fields(cls)):
        return cls
    names = _fields(cls)
    return lambda *values: cls(**dict(zip(names, values, strict=True)))


def _frozen(value: Any) -> Any:
    if type(value) is not list:
        return value
    return tuple([_frozen(item) if type(item) is list else item for item in value])


@cache
def _fields(cls: type) -> tuple[str, ...]:
    fields = dataclasses.fields(cls)
    return tuple(field.name for field in fields if field.init)


@cache
def _values_of(cls: type) -> Callable[[Any], tuple[Any, ...]]:
    """A function that returns the fields of a value, always as a tuple."""
    names = _fields(cls)
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)
