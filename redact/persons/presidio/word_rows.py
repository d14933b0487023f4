"""Which row of a model's table of word vectors belongs to which word.

spaCy keeps it as a MessagePack map from 64-bit word hashes to row numbers and reads that into a
Python dictionary, which takes a quarter of a second and 80 MB for 700,000 words. Two arrays hold
the same in 8 MB.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import srsly

from redact.values import dataclass

Array = np.ndarray[Any, Any]

_MAP = 0xDF  # followed by the number of entries in four bytes
_UINT_16, _UINT_64 = 0xCD, 0xCF
_WIDTHS = {0xCC: 1, _UINT_16: 2, 0xCE: 4, _UINT_64: 8}
"""Bytes of a number by the byte that announces it; below 128 that byte is the number itself."""

# Nearly every entry is a number of eight bytes and one of two.
_ENTRY = np.dtype([("is_64", "u1"), ("hash", ">u8"), ("is_16", "u1"), ("row", ">u2")])
_LENGTH = _ENTRY.itemsize
_AT_ONCE = 1024


@dataclass(frozen=True, slots=True)
class WordRows:
    """Word hashes in ascending order, and the row of each."""

    hashes: Array
    rows: Array

    def of(self, hashes: Array) -> Array:
        """The row of each of ``hashes``; -1 for a word that has none."""
        if not len(self.hashes):
            return np.full(len(hashes), -1)
        at = np.searchsorted(self.hashes, hashes).clip(max=len(self.hashes) - 1)
        return np.where(self.hashes[at] == hashes, self.rows[at], -1)


def read_word_rows(packed: bytes) -> WordRows:
    """What a file ``key2row`` says. Raises `ValueError` or `OverflowError` for any other file."""
    try:
        hashes, rows = _even_table(packed)
    except (IndexError, OverflowError, ValueError):
        table = srsly.msgpack_loads(packed)
        hashes = np.fromiter(table.keys(), np.uint64, len(table))
        rows = np.fromiter(table.values(), np.int64, len(table))
    order = np.argsort(hashes)
    return WordRows(hashes[order], rows[order])


def _even_table(packed: bytes) -> tuple[Array, Array]:
    """Hashes and rows of a large map whose entries nearly all have the same length.

    Raises `IndexError`, `OverflowError` or `ValueError` for any other: a table of more than 65,536
    rows is one.
    """
    count = _number(packed[1:5])
    if packed[0] != _MAP or len(packed) > (_LENGTH + 1) * count:
        raise ValueError("not a large map, or one of longer entries")
    entries = np.frombuffer(b"".join(_even_entries(packed)), _ENTRY)
    if len(entries) != count:
        raise ValueError(f"{len(entries)} entries of {count}")
    return entries["hash"].astype(np.uint64), entries["row"].astype(np.int64)


def _even_entries(packed: bytes) -> Iterator[bytes]:
    """The entries of a map, all written in `_LENGTH` bytes; runs of such are taken as they are."""
    whole = np.frombuffer(packed, np.uint8)
    place = 5
    while place < len(packed):
        count = min(_AT_ONCE, (len(packed) - place) // _LENGTH)
        run = whole[place : place + count * _LENGTH].reshape(count, _LENGTH)
        odd = np.flatnonzero((run[:, 0] != _UINT_64) | (run[:, 9] != _UINT_16))
        even = int(odd[0]) if len(odd) else count
        yield packed[place : place + even * _LENGTH]
        place += even * _LENGTH
        if even < count or not count:
            word, place = _read_number(packed, place)
            row, place = _read_number(packed, place)
            yield bytes([_UINT_64, *word.to_bytes(8), _UINT_16, *row.to_bytes(2)])


def _read_number(packed: bytes, place: int) -> tuple[int, int]:
    """The number at ``place``, and the place behind it."""
    first, place = packed[place], place + 1
    if first < 0x80:
        return first, place
    if first not in _WIDTHS:
        raise ValueError(f"byte {first:#x} announces no unsigned number")
    end = place + _WIDTHS[first]
    return _number(packed[place:end]), end


def _number(digits: bytes) -> int:
    return int.from_bytes(digits)
