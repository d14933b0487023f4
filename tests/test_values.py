"""Our frozen values mean what the standard library's do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from redact import values


def made_by(decorator: Callable[..., Any]) -> tuple[Any, Any, Any]:
    """Three classes that differ in the options of their decorator."""

    @decorator(frozen=True, slots=True, order=True)
    class Place:
        start: int
        end: int = 3
        notes: list[str] = dataclasses.field(default_factory=list, compare=False)
        marks: list[str] = dataclasses.field(default_factory=list, hash=False)
        length: int = dataclasses.field(init=False, repr=False, compare=False, default=0)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", self.end - self.start)

        def __len__(self) -> int:
            return self.length

    @decorator(frozen=True, slots=True, kw_only=True)
    class Named:
        name: str
        title: str | None = None

    @decorator(frozen=True, slots=True, eq=False)
    class Itself:
        pass

    return Place, Named, Itself


OURS, STANDARD = made_by(values.dataclass), made_by(dataclasses.dataclass)


def outcome(action: Callable[[Any, Any, Any], Any], classes: tuple[Any, Any, Any]) -> Any:
    try:
        return action(*classes)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize(
    "action",
    [
        lambda place, named, itself: repr(place(1, 2, ["a"])),
        lambda place, named, itself: repr(named(name="x")),
        lambda place, named, itself: place(1) == place(1, 3, ["other"]),
        lambda place, named, itself: place(1) == (1, 3),
        lambda place, named, itself: place(1, marks=["a"]) == place(1),
        lambda place, named, itself: hash(place(1, marks=["a"])) == hash(place(1)),
        lambda place, named, itself: place(1, 2) == named(name="x"),
        lambda place, named, itself: hash(place(1)) == hash(place(1, 3, ["other"])),
        lambda place, named, itself: place(1, 2) < place(1, 3) <= place(2, 3) > place(0, 9),
        lambda place, named, itself: place(1) < 3,
        lambda place, named, itself: named(name="a") < named(name="b"),
        lambda place, named, itself: itself() == itself(),
        lambda place, named, itself: len({itself(), itself()}),
        lambda place, named, itself: place(1, 5).length,
        lambda place, named, itself: dataclasses.replace(place(1, 5), start=2).length,
        lambda place, named, itself: dataclasses.replace(place(1), length=2),
        lambda place, named, itself: dataclasses.asdict(place(1, 2)),
        lambda place, named, itself: [field.name for field in dataclasses.fields(place)],
        lambda place, named, itself: place.__match_args__ + named.__match_args__,
        lambda place, named, itself: place.__slots__ + named.__slots__,
        lambda place, named, itself: copy.deepcopy(place(1, 2, ["a"])).notes,
        lambda place, named, itself: place(1, 2).notes is place(1, 2).notes,
        lambda place, named, itself: place(),
        lambda place, named, itself: place(1, 2, [], [], 4),
        lambda place, named, itself: named("x"),
        lambda place, named, itself: named(name="x", rank=1),
        lambda place, named, itself: setattr(place(1), "start", 2),
        lambda place, named, itself: delattr(place(1), "start"),
        lambda place, named, itself: bool(place(1, 1)),
    ],
)
def test_a_value_behaves_as_one_of_the_standard_library(
    action: Callable[[Any, Any, Any], Any],
) -> None:
    assert outcome(action, OURS) == outcome(action, STANDARD)


Word = TypeVar("Word")


@values.dataclass(frozen=True, slots=True)
class Sent:
    number: int
    words: tuple[str, ...] = ()


def test_a_value_passes_between_processes() -> None:
    sent = Sent(1, ("pump",))
    assert pickle.loads(pickle.dumps(sent)) == sent  # noqa: S301 - our own bytes


class Kept(Generic[Word]):
    """A base with behaviour of its own."""


@values.dataclass(frozen=True, slots=True)
class Pair(Kept[str]):
    left: str
    right: str = "picnic"


def test_a_value_may_have_a_base() -> None:
    assert Pair("pump") == Pair("pump", "picnic") != Pair("pump", "test")
    assert type(Pair("pump")) is Pair


def test_a_class_that_could_change_is_refused() -> None:
    with pytest.raises(TypeError, match="not frozen"):
        values.dataclass(type("Changing", (), {"__annotations__": {"name": "str"}}))
