"""Frozen values: `dataclasses.dataclass` with the same meaning, created several times as fast.

Parsing one telegram imports more than a hundred value classes. Until Python 3.13 the standard
decorator compiles six functions for each of them, which took a third of the time of a whole
``redact check``. Here only the constructor is compiled; the other methods are shared. Because the
fields of a frozen value can only be set by a slow detour, an instance is created as an open class,
filled, and frozen by assigning its real class.

    @dataclass(frozen=True, slots=True)
    class Span: ...

is written and type-checked as usual, and `dataclasses.replace` and `dataclasses.fields` work.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """Like `dataclasses.dataclass`, but fast for frozen, slotted values."""
        if cls is None:
            return lambda cls: dataclass(cls, **options)
        if not (options.pop("frozen", False) and options.pop("slots", False)):
            raise TypeError(f"{cls.__name__} is not frozen and slotted: take dataclasses.dataclass")
        return _frozen(cls, **options)


def _frozen(cls: type, *, kw_only: bool = False, eq: bool = True, order: bool = False) -> type:
    """The class with slots and fields from the standard decorator and our own methods."""
    slotted = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    made: type = slotted(cls)
    fields = dataclasses.fields(made)
    methods: dict[str, Any] = {
        "__new__": _constructor(made, fields),
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
        "__repr__": _representation(tuple(field.name for field in fields if field.repr)),
        "__reduce__": _reduction(made, fields),
    }
    key = _key([field.name for field in fields if field.compare])
    hashed = _key([f.name for f in fields if (f.compare if f.hash is None else f.hash)])
    if eq:
        methods["__eq__"] = _comparison(operator.eq, key, made)
        methods["__hash__"] = lambda self: hash(hashed(self))
    if order:
        for name in ("lt", "le", "gt", "ge"):
            methods[f"__{name}__"] = _comparison(getattr(operator, name), key, made)
    for name, method in methods.items():
        if name not in vars(cls):
            setattr(made, name, method)
    return made


_OPEN = {name: getattr(object, name) for name in ("__new__", "__setattr__", "__delattr__")}
"""The methods of a class whose instances can be filled."""


def _constructor(made: type, fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., Any]:
    """``__new__`` with the parameters of the ``__init__`` that the standard decorator writes."""
    opened = type(made.__name__, (made,), {"__slots__": (), **_OPEN})
    known: dict[str, Any] = {"MISSING": MISSING, "_opened": opened}
    positional: list[str] = []
    keyword: list[str] = []
    body = ["self = _opened()"]
    for number, field in enumerate(fields):
        value = field.name
        parameter = value
        if field.default_factory is not MISSING:
            known[f"make{number}"] = field.default_factory
            value = f"make{number}() if {value} is MISSING else {value}"
            parameter += "=MISSING"
        elif field.default is not MISSING:
            known[f"default{number}"] = field.default
            parameter += f"=default{number}"
        if field.init:
            (keyword if field.kw_only else positional).append(parameter)
        elif field.default is not MISSING:
            value = f"default{number}"
        else:
            continue
        body.append(f"self.{field.name} = {value}")
    body.append("self.__class__ = cls")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join(["cls", *positional, *(["*", *keyword] if keyword else [])])
    lines = "; ".join([*body, "return self"])
    exec(f"def __new__({parameters}): {lines}", known)  # noqa: S102 - made of our field names
    constructor: Callable[..., Any] = known["__new__"]
    constructor.__qualname__ = f"{made.__qualname__}.__new__"
    return constructor


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _key(names: list[str]) -> Callable[[Any], Any]:
    """A function that returns the values of some fields, for comparing or hashing."""
    return attrgetter(*names) if names else bool


def _comparison(
    compare: Callable[[Any, Any], bool], key: Callable[[Any], Any], made: type
) -> Callable[[Any, Any], Any]:
    """A comparison of two values of one class by their fields."""

    def comparison(self: Any, other: Any) -> Any:
        if other.__class__ is not made:
            return NotImplemented
        return compare(key(self), key(other))

    return comparison


def _reduction(
    made: type, fields: tuple[dataclasses.Field[Any], ...]
) -> Callable[[Any], tuple[Any, ...]]:
    """``__reduce__``, for `pickle` and `copy`: calls the class with the original fields.

    Fields that are not constructor parameters follow from the others.
    """
    given = [field for field in fields if field.init]
    names = tuple(field.name for field in given)
    if not any(field.kw_only for field in given):
        return lambda self: (made, tuple([getattr(self, name) for name in names]))
    return lambda self: (_restored, (made, names, tuple([getattr(self, name) for name in names])))


def _restored(made: type, names: tuple[str, ...], values: tuple[Any, ...]) -> Any:
    """A value of a class with keyword-only fields."""
    return made(**dict(zip(names, values, strict=True)))


def _representation(names: tuple[str, ...]) -> Callable[[Any], str]:
    def representation(self: Any) -> str:
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({fields})"

    return representation
