"""Frozen values as JSON and back, for the results that are kept between runs.

Reading executes nothing, unlike a pickle: a store that was tampered with can at worst be wrong, and
its checksums tell.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

_DATE = "date"


def to_json(value: Any) -> bytes:
    """A value made of frozen dataclasses, tuples, enumerations, dates and plain JSON."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def from_json(data: bytes, classes: Mapping[str, type]) -> Any:
    """The value `to_json` wrote. Raises `ValueError` or `KeyError` for anything else."""
    return _restored(json.loads(data), classes)


def _plain(value: Any) -> Any:
    """Lists stand for tuples; a dataclass is its name and fields, a mapping is ``{"": {…}}``."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [_plain(item) for item in value]
        case Enum():
            return {type(value).__name__: value.value}
        case datetime.date():
            return {_DATE: value.isoformat()}
        case dict():
            return {"": value}
        case _:
            cls = type(value)
            return {cls.__name__: [_plain(getattr(value, name)) for name in _fields(cls)]}


def _restored(data: Any, classes: Mapping[str, type]) -> Any:
    if isinstance(data, list):
        return tuple(_restored(item, classes) for item in data)
    if not isinstance(data, dict):
        return data
    ((name, content),) = data.items()
    if name == "":
        return content
    if name == _DATE:
        return datetime.date.fromisoformat(content)
    cls = classes[name]
    if issubclass(cls, Enum):
        return cls(content)
    values = (_restored(item, classes) for item in content)
    return cls(**dict(zip(_fields(cls), values, strict=True)))


def _fields(cls: type) -> tuple[str, ...]:
    fields = dataclasses.fields(cls)
    return tuple(field.name for field in fields if field.init)
