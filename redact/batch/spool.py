"""Values kept for later output: the first ones in memory, all others in a file."""

from __future__ import annotations

import contextlib
import weakref
from array import array
from collections.abc import Callable, Iterator
from typing import IO, Any, Generic, TypeVar

from redact.errors import UsageError
from redact.values import dataclass

Item = TypeVar("Item")

_AT_HAND = 5000
"""Total weight of the values kept in memory: a finding, of about a kilobyte, weighs one."""
_RECENT = 8
"""Values read from the file that are cached for repeated access."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A value as the bytes sent by a worker process, which can be stored without unpacking."""

    data: bytes


class Repeatable(Generic[Item]):
    """An iterable that can be iterated repeatedly; each iteration is produced anew."""

    def __init__(self, make: Callable[[], Iterator[Item]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Item]:
        return self._make()


class Spool(Generic[Item]):
    """A list of values that need not fit in memory.

    ``weigh`` returns the weight of a value. Values beyond the limit are in an unnamed file that no
    other process can open and that disappears with this one. Raises `UsageError` when it cannot be
    written.
    """

    def __init__(self, weigh: Callable[[Item], int] = lambda _: 1) -> None:
        self._weigh = weigh
        self._held: list[Item] = []
        self._weight = 0
        self._file: IO[bytes] | None = None
        self._end = 0
        self._starts, self._lengths = array("Q"), array("Q")
        self._recent: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self._held) + len(self._starts)

    def __iter__(self) -> Iterator[Item]:
        return map(self.__getitem__, range(len(self)))

    def __getitem__(self, index: int) -> Item:
        if index < len(self._held):
            return self._held[index]
        if index not in self._recent:
            while len(self._recent) >= _RECENT:
                del self._recent[next(iter(self._recent))]
            self._recent[index] = self._read(index - len(self._held))
        return self._recent[index]

    def __setitem__(self, index: int, value: Item) -> None:
        if index < len(self._held):
            self._held[index] = value
            return
        self._recent.pop(index, None)
        place = self._write(pack(value).data)
        self._starts[index - len(self._held)], self._lengths[index - len(self._held)] = place

    def append(self, value: Item | Packed) -> None:
        """Append a value."""
        if self._file is None and self._weight < _AT_HAND:
            plain: Item = unpack(value) if isinstance(value, Packed) else value
            self._held.append(plain)
            self._weight += self._weigh(plain)
            return
        packed = value if isinstance(value, Packed) else pack(value)
        start, length = self._write(packed.data)
        self._starts.append(start)
        self._lengths.append(length)

    def _read(self, number: int) -> Item:
        with _reporting_errors():
            assert self._file is not None
            self._file.seek(self._starts[number])
            value: Item = unpack(Packed(self._file.read(self._lengths[number])))
        return value

    def _write(self, data: bytes) -> tuple[int, int]:
        """Write the bytes to the file; returns their offset and length."""
        with _reporting_errors():
            if self._file is None:
                import tempfile  # a few documents are checked sooner without it

                self._file = tempfile.TemporaryFile(prefix="redact-")  # noqa: SIM115  # open as long as the spool
                weakref.finalize(self, self._file.close)
            self._file.seek(self._end)
            self._file.write(data)
        start = self._end
        self._end += len(data)
        return start, len(data)


def pack(value: Any) -> Packed:
    """A value as bytes."""
    import pickle  # a few documents are checked sooner without it

    return Packed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


def unpack(packed: Packed) -> Any:
    """The value that was packed."""
    import pickle

    return pickle.loads(packed.data)  # noqa: S301  # our own bytes: of a worker, or of a file without a name


@contextlib.contextmanager
def _reporting_errors() -> Iterator[None]:
    """Turn system errors about the file into `UsageError`."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot put results aside: {(error.strerror or 'unknown reason').lower()}",
            "the folder for temporary files",
            "make room there, or set TMPDIR to another folder",
        ) from error
